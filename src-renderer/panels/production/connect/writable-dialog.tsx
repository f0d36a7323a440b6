/** The role may write. It is asked once whether to go on with it, and shown how to make one that may not. */
import { connectAnyway, disconnect } from '../../../production/connect.ts';
import type { SavedConnection } from '../../../platform/connections.ts';
import type { Facts } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/over/dialog.tsx';
import { CodeBlock } from '../parts/code-block.tsx';
import styles from './connect.module.css';

export interface WritableDialogProps {
  readonly saved: SavedConnection;
  readonly facts: Facts;
}

export function WritableDialog({ saved, facts }: WritableDialogProps) {
  return (
    <Dialog
      title={`The role of ${saved.name} may write`}
      description="The workbench reads in read-only transactions whatever the role may do. Safer is a role that cannot write at all."
      isOpen
      size="large"
      onClose={disconnect}
    >
      <p className={styles['subtitle']}>What this role could do:</p>
      <ul className={styles['sentences']}>
        {facts.writes.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className={styles['subtitle']}>SQL that makes a role which only reads:</p>
      <CodeBlock name="The script" text={facts.viewerScript} />
      <div className={styles['foot']}>
        <span className={styles['gap']} />
        <Button onClick={disconnect}>Do not connect</Button>
        <Button look="danger" onClick={() => void connectAnyway(saved)}>
          Connect anyway
        </Button>
      </div>
    </Dialog>
  );
}
