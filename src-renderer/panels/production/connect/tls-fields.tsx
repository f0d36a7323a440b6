/** How the way to the server is encrypted, and how it proves who it is. */
import type { TlsMode } from '../../../../src-engine/connection/target.ts';
import { TLS_MODES } from '../../../../src-engine/connection/target.ts';
import styles from './connect.module.css';
import type { FormProps } from './fields.tsx';
import { TextField } from './fields.tsx';

const SENTENCES: Readonly<Record<TlsMode, string>> = {
  'verify-full': 'Encrypted; the server’s certificate is checked, and that it is of this host.',
  'verify-ca': 'Encrypted; the certificate is checked, but not that it is of this host.',
  require: 'Encrypted, but anybody could be at the other end.',
  disable: 'Not encrypted: for this machine, or through a tunnel.',
};

export function TlsFields(props: FormProps) {
  const { form, onChange, problems } = props;
  return (
    <fieldset className={styles['group']}>
      <legend>Encryption</legend>
      {TLS_MODES.map((mode) => (
        <label key={mode} className={styles['choice']}>
          <input
            type="radio"
            name="tls-mode"
            checked={form.tlsMode === mode}
            onChange={() => onChange({ tlsMode: mode })}
          />
          {mode} <span className={styles[mode === 'require' ? 'caution' : 'note']}>{SENTENCES[mode]}</span>
        </label>
      ))}
      {problems.tlsMode !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problems.tlsMode}
        </p>
      )}
      {form.tlsMode !== 'disable' && (
        <div className={styles['columns']}>
          <TextField {...props} name="caFile" label="CA file" hint="what the system trusts" />
          <TextField {...props} name="certFile" label="Client certificate" hint="none" />
          <TextField {...props} name="keyFile" label="Key of the certificate" hint="none" />
        </div>
      )}
    </fieldset>
  );
}
