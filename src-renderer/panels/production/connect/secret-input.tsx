/** A field for a password. React would write what is typed into an attribute, where anybody who reads the page's HTML finds it. */
import type { InputHTMLAttributes } from 'react';
import { useLayoutEffect, useRef } from 'react';

export interface SecretInputProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'value' | 'defaultValue' | 'onChange'
> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SecretInput({ value, onChange, ...rest }: SecretInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current !== null && input.current.value !== value) input.current.value = value;
  }, [value]);
  return (
    <input
      {...rest}
      ref={input}
      type="password"
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
