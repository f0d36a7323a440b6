/** Run, pause, step, stop, restart; the speed; the virtual clock. */
import { Pause, Play, RotateCcw, Square, StepForward } from 'lucide-react';
import type { Speed } from '../../../src-engine/api/contract/run-schemas.ts';
import { setSpeed } from '../../run/run-actions.ts';
import { usePreferences } from '../../store/preferences.ts';
import { isUnderWay, useRun } from '../../store/run/run.ts';
import { Select } from '../../ui/controls/select.tsx';
import { CommandButton } from '../toolbar/command-button.tsx';
import { Clock } from './clock.tsx';
import styles from './run-controls.module.css';

const SPEEDS = [
  { value: '1', title: '1×', detail: 'a second takes a second' },
  { value: '10', title: '10×' },
  { value: '100', title: '100×' },
  { value: 'max', title: 'max', detail: 'as fast as it goes' },
] as const;

export function RunControls() {
  const isRunning = useRun((state) => isUnderWay(state) && state.view?.status === 'running');
  const isPaused = useRun((state) => isUnderWay(state) && state.view?.status === 'paused');
  const speed = usePreferences((state) => state.speed);
  return (
    <div role="toolbar" aria-label="Run" className={styles['controls']}>
      {isRunning ? (
        <CommandButton id="run.pause" icon={Pause} look="primary" />
      ) : (
        <CommandButton id="run.start" icon={Play} look="primary" label={isPaused ? 'Resume' : 'Run'} />
      )}
      <CommandButton id="run.step" icon={StepForward} />
      <CommandButton id="run.restart" icon={RotateCcw} />
      <CommandButton id="run.stop" icon={Square} />
      <Select
        label="Speed"
        options={SPEEDS}
        value={String(speed)}
        onChange={(value) => void setSpeed(speedFrom(value))}
      />
      <Clock />
    </div>
  );
}

function speedFrom(value: string): Speed {
  if (value === 'max') return 'max';
  return value === '1' ? 1 : value === '100' ? 100 : 10;
}
