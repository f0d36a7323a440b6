/** What the user must know and may act on, across the window, as long as it is so. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { reconnect } from '../../api/connect.ts';
import { runCommand } from '../../commands/registry.ts';
import { useConnection } from '../../store/connection.ts';
import { useDocument } from '../../store/document.ts';
import { useRun } from '../../store/run/run.ts';
import { Button } from '../../ui/controls/button.tsx';
import styles from './banners.module.css';

export function Banners() {
  return (
    <div>
      <ConnectionBanner />
      <LostRunBanner />
      <DiskBanner />
    </div>
  );
}

const ACTIONS = {
  restart: 'Start the engine again',
  'take-over': 'Use it here',
  reload: 'Try again',
} as const;

function ConnectionBanner() {
  const state = useConnection((connection) => connection.state);
  if (state.kind === 'lost') return <Banner look="warning">{state.reason} Nothing you wrote is lost.</Banner>;
  if (state.kind !== 'down') return null;
  return (
    <Banner look="error" action={<Button onClick={reconnect}>{ACTIONS[state.action]}</Button>}>
      {state.reason}
    </Banner>
  );
}

function LostRunBanner() {
  const isLost = useRun((state) => state.isLost);
  if (!isLost) return null;
  return (
    <Banner look="warning" action={<Button onClick={() => runCommand('run.start')}>Run again</Button>}>
      The engine ended in the middle of this run. What you see of it is all there is.
    </Banner>
  );
}

function DiskBanner() {
  const change = useDocument((state) => state.diskChange);
  const name = useDocument((state) => state.name);
  if (change === null) return null;
  const keep = (): void => useDocument.setState({ diskChange: null });
  if (change === 'gone') {
    return (
      <Banner look="warning" action={<Button onClick={() => runCommand('file.save')}>Save it again</Button>}>
        {name} was removed from disk. Its text is still here.
      </Banner>
    );
  }
  return (
    <Banner
      look="info"
      action={
        <>
          <Button onClick={() => runCommand('file.revert')}>Reload</Button>
          <Button onClick={keep}>Keep mine</Button>
        </>
      }
    >
      {name} was changed by another program.
    </Banner>
  );
}

const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

interface BannerProps {
  readonly look: keyof typeof ICONS;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Banner({ look, action, children }: BannerProps) {
  const Icon = ICONS[look];
  return (
    <div role="status" className={`${styles['banner']} ${styles[look]}`}>
      <Icon size={16} aria-hidden />
      <span className={styles['text']}>{children}</span>
      {action}
    </div>
  );
}
