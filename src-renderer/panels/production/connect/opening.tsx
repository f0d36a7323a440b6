/** What stands in the place of the views as long as there is no connection: that it is being made, or why there is none. */
import { Database, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { connect, disconnect } from '../../../production/connect.ts';
import { rememberPassword } from '../../../production/saved-connections.ts';
import type { SavedConnection } from '../../../platform/connections.ts';
import { targetWords } from '../../../shell/production/target-words.ts';
import type { ProductionPhase } from '../../../store/production/production.ts';
import { editConnection } from '../../../store/production/saved.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { EmptyState } from '../../../ui/state/empty-state.tsx';
import styles from './connect.module.css';
import { SecretInput } from './secret-input.tsx';

type Before = Extract<ProductionPhase, { kind: 'opening' | 'writable' | 'failed' }>;

export function Opening({ phase }: { readonly phase: Before }) {
  const { saved } = phase;
  if (phase.kind !== 'failed') {
    return (
      <EmptyState icon={Database} title={`Connecting to ${saved.name}…`} text={targetWords(saved.target)}>
        <Button onClick={disconnect}>Cancel</Button>
      </EmptyState>
    );
  }
  const { code, message, hint } = phase.trouble;
  return (
    <div role="alert" className={styles['failed']}>
      <EmptyState icon={TriangleAlert} title={message} text={hint}>
        {code === 'auth' && <PasswordForm saved={saved} />}
        <Button onClick={() => void connect(saved)}>Try again</Button>
        <Button onClick={() => editConnection({ kind: 'edit', saved })}>Edit the connection…</Button>
        <Button onClick={disconnect}>Close</Button>
      </EmptyState>
    </div>
  );
}

/** In a browser no password outlives the window, so it is asked for where it is missed. */
function PasswordForm({ saved }: { readonly saved: SavedConnection }) {
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles['password-form']}
      onSubmit={(event) => {
        event.preventDefault();
        rememberPassword(saved.id, password);
        void connect(saved);
      }}
    >
      <SecretInput
        aria-label={`Password of ${saved.target.user}`}
        placeholder="Password, for this window only"
        value={password}
        onChange={setPassword}
      />
      <Button look="primary" type="submit" disabled={password === ''}>
        Connect
      </Button>
    </form>
  );
}
