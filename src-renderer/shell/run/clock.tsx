/** The virtual clock: how much of the run's own time has passed; the moment itself in its tooltip. */
import { Timer } from 'lucide-react';
import { isUnderWay, useRun } from '../../store/run/run.ts';
import { clockTime } from './clock-time.ts';
import styles from './run-controls.module.css';

export function Clock() {
  const startedAt = useRun((state) => state.view?.startedAt ?? null);
  const now = useRun((state) => state.now);
  const isRunning = useRun((state) => isUnderWay(state) && state.view?.status === 'running');
  const passedMs = startedAt === null ? 0 : Date.parse(now) - Date.parse(startedAt);
  const title = startedAt === null ? 'Virtual time' : `Virtual time ${now}`;
  return (
    <span
      className={`${styles['clock']} ${isRunning ? styles['running'] : ''}`}
      role="timer"
      aria-label="Virtual time since the start"
      title={title}
    >
      <Timer size={14} aria-hidden />
      {clockTime(passedMs)}
    </span>
  );
}
