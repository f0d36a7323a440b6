/** What is said of a run while it goes and when it is over. */
import type { Outcome, SimulationReport } from '../report.ts';
import type { ProfileName } from '../scenario.ts';
import type { Speed } from './pace.ts';

export type SessionStatus = 'running' | 'paused' | 'finished' | 'stopped' | 'failed';

export interface SessionView {
  readonly run: string;
  readonly status: SessionStatus;
  readonly speed: Speed;
  /** ISO-8601 virtual times. */
  readonly startedAt: string;
  readonly now: string;
  /** Length of the log as far as it is shown. */
  readonly events: number;
  /** Null until it came to its end by itself. */
  readonly outcome: Outcome | null;
  readonly reasons: string[];
  readonly error: string | null;
  readonly template: SimulationReport['template'];
  readonly environment: string | null;
  readonly scenario: string | null;
  readonly seed: number;
  readonly profile: ProfileName;
  readonly parent: string | null;
  readonly forkedAfter: number;
  readonly changes: string[];
  readonly hit: string | null;
}

export function isOver(status: SessionStatus): boolean {
  return status !== 'running' && status !== 'paused';
}
