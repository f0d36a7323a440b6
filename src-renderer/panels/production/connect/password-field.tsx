/** The password. What is kept is never shown: it can be replaced, or forgotten. */
import { useSaved } from '../../../store/production/saved.ts';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './connect.module.css';
import { Field } from './fields.tsx';
import { SecretInput } from './secret-input.tsx';

export interface PasswordFieldProps {
  /** Null: nothing was typed. */
  readonly value: string | null;
  readonly onChange: (password: string | null) => void;
  readonly isKept: boolean;
  readonly isForgotten: boolean;
  readonly onForget: () => void;
}

export function PasswordField({ value, onChange, isKept, isForgotten, onForget }: PasswordFieldProps) {
  const canKeepSecrets = useSaved((state) => state.canKeepSecrets);
  const place = canKeepSecrets
    ? 'Kept in the system’s keychain.'
    : 'Kept in memory only, until the window closes.';
  const stays = isKept && !isForgotten;
  return (
    <div className={styles['password']}>
      <Field label="Password" note={isForgotten ? 'The kept password is forgotten when you save.' : place}>
        {(described) => (
          <SecretInput
            value={value ?? ''}
            placeholder={stays ? 'kept; type to replace it' : 'none'}
            onChange={(typed) => onChange(typed === '' ? null : typed)}
            {...described}
          />
        )}
      </Field>
      {stays && value === null && (
        <Button look="quiet" onClick={onForget}>
          Forget it
        </Button>
      )}
    </div>
  );
}
