/** A field that offers a list while somebody types, and says of each entry that cannot be taken why. */
import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import styles from './picker.module.css';

export interface PickerOption {
  readonly value: string;
  /** Default: the value. */
  readonly title?: string;
  /** Why it cannot be taken; absent when it can. Asked only for what is shown: finding the words may cost something. */
  readonly refusal?: (() => string) | undefined;
}

export interface PickerProps {
  readonly label: string;
  readonly options: readonly PickerOption[];
  /** What is typed may be taken although it is not offered. Default: no. */
  readonly takesAny?: boolean;
  readonly isDisabled: boolean;
  readonly onPick: (value: string) => void;
}

/** A template has hundreds of steps; whoever types finds the others. */
const MOST = 40;

export function Picker({ label, options, takesAny = false, isDisabled, onPick }: PickerProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const shown = isOpen ? offered(options, text, takesAny) : [];
  const active = shown[Math.min(at, shown.length - 1)];
  const close = (): void => {
    setIsOpen(false);
    setAt(0);
  };
  const pick = (option: PickerOption | undefined): void => {
    if (option === undefined || option.refusal !== undefined) return;
    setText('');
    close();
    onPick(option.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setIsOpen(true);
      if (isOpen && shown.length > 0)
        setAt((Math.min(at, shown.length - 1) + move + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(active);
    } else if (event.key === 'Escape' && (isOpen || text !== '')) {
      event.stopPropagation();
      setText('');
      close();
    }
  };
  const optionId = (option: PickerOption | undefined): string | undefined =>
    option === undefined ? undefined : `${id}-${shown.indexOf(option)}`;
  return (
    <div className={styles['picker']}>
      <input
        type="text"
        role="combobox"
        className={styles['input']}
        aria-label={label}
        aria-expanded={isOpen && shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={optionId(active)}
        aria-autocomplete="list"
        placeholder={`${label} …`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        disabled={isDisabled}
        onFocus={() => setIsOpen(true)}
        onBlur={close}
        onChange={(event) => {
          setText(event.target.value);
          setIsOpen(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className={styles['list']}
        hidden={shown.length === 0}
      >
        {shown.map((option) => (
          <Offer
            key={option.value}
            id={optionId(option)}
            option={option}
            isActive={option === active}
            onPick={() => pick(option)}
          />
        ))}
      </div>
    </div>
  );
}

interface OfferProps {
  readonly id: string | undefined;
  readonly option: PickerOption;
  readonly isActive: boolean;
  readonly onPick: () => void;
}

function Offer({ id, option, isActive, onPick }: OfferProps) {
  const { value, title = value, refusal } = option;
  return (
    // The focus stays in the field: it would close the list before the click.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      className={styles['option']}
      aria-selected={isActive}
      aria-disabled={refusal !== undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={() => {}}
    >
      <span>{title}</span>
      {refusal !== undefined && <small>{refusal()}</small>}
    </div>
  );
}

function offered(options: readonly PickerOption[], text: string, takesAny: boolean): readonly PickerOption[] {
  const wanted = text.trim().toLowerCase();
  const fitting = options.filter(({ value, title = value }) => title.toLowerCase().includes(wanted));
  const free = fitting.filter(({ refusal }) => refusal === undefined);
  const refused = fitting.filter(({ refusal }) => refusal !== undefined);
  const typed = text.trim();
  const isNew = takesAny && typed !== '' && !options.some(({ value }) => value === typed);
  return [...(isNew ? [{ value: typed, title: `Add “${typed}”` }] : []), ...free, ...refused].slice(0, MOST);
}
