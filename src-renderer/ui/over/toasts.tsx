/** Shows the notices; each goes by itself after a while, errors stay longer, and all can be dismissed. */
import { CircleCheck, CircleX, Info, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import type { Notice } from '../../store/notices.ts';
import { dismiss, useNotices } from '../../store/notices.ts';
import { IconButton } from '../controls/button.tsx';
import styles from './toasts.module.css';

const ICONS = { info: Info, success: CircleCheck, error: CircleX } as const;
const SHORT_MS = 5_000;
const LONG_MS = 15_000;

export function Toasts() {
  const notices = useNotices((state) => state.notices);
  return (
    <Toast.Provider swipeDirection="right" label="Notice">
      {notices.map((notice) => (
        <OneToast key={notice.id} {...notice} />
      ))}
      <Toast.Viewport className={styles['viewport']} />
    </Toast.Provider>
  );
}

function OneToast({ id, kind, title, detail, action }: Notice) {
  const Icon = ICONS[kind];
  return (
    <Toast.Root
      className={`${styles['toast']} ${styles[kind]}`}
      type={kind === 'error' ? 'foreground' : 'background'}
      duration={kind === 'error' || action !== undefined ? LONG_MS : SHORT_MS}
      onOpenChange={(open) => !open && dismiss(id)}
    >
      <Icon size={17} aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <Toast.Title className={styles['title']}>{title}</Toast.Title>
        {detail !== undefined && <Toast.Description className={styles['detail']}>{detail}</Toast.Description>}
        {action !== undefined && (
          <Toast.Action altText={action.title} className={styles['action']} onClick={action.run}>
            {action.title}
          </Toast.Action>
        )}
      </div>
      <Toast.Close asChild>
        <IconButton icon={X} label="Dismiss" />
      </Toast.Close>
    </Toast.Root>
  );
}
