/** What this program is, and which. */
import { useConnection } from '../../store/connection.ts';
import { Dialog } from '../../ui/over/dialog.tsx';
import styles from './sheet.module.css';

export function About({ onClose }: { readonly onClose: () => void }) {
  const { version, database } = useConnection();
  return (
    <Dialog title="Tasker Workbench" isOpen onClose={onClose}>
      <div className={styles['about']}>
        <p>Version {version ?? 'unknown'}</p>
        <p>Database: {database ?? 'not open yet'}</p>
        <p>What you see here is what production will do, because the same SQL decides in both places.</p>
        <p>Made with React Flow, Monaco, PGlite and many other free libraries.</p>
      </div>
    </Dialog>
  );
}
