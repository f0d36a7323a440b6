/** A way through a host that can be reached by SSH. Its key must be known: else anybody could stand in its place. */
import styles from './connect.module.css';
import type { FormProps } from './fields.tsx';
import { Check, TextField } from './fields.tsx';

export function TunnelFields(props: FormProps) {
  const { form, onChange } = props;
  return (
    <fieldset className={styles['group']}>
      <legend>SSH tunnel</legend>
      <Check
        label="Go through an SSH host"
        isChecked={form.hasTunnel}
        onChange={(hasTunnel) => onChange({ hasTunnel })}
      />
      {form.hasTunnel && (
        <div className={styles['columns']}>
          <TextField {...props} name="tunnelHost" label="SSH host" />
          <TextField {...props} name="tunnelPort" label="SSH port" isNumber />
          <TextField {...props} name="tunnelUser" label="SSH user" />
          <TextField {...props} name="tunnelKeyFile" label="Key file" hint="the SSH agent’s keys" />
          <TextField
            {...props}
            name="fingerprint"
            label="Fingerprint of the host’s key"
            hint="SHA256:…; Test tells it"
          />
        </div>
      )}
    </fieldset>
  );
}
