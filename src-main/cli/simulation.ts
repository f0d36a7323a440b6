/**
 * One run at full speed through the engine's own procedures, in this process: what the command line shows is what every
 * other door shows.
 */
import { version } from '../../package.json';
import type { RunView, StartRun } from '../../src-engine/api/contract/run-schemas.ts';
import { createEngine } from '../../src-engine/api/engine.ts';
import { inProcessClient } from '../../src-engine/api/hosts/in-process.ts';
import type { LoggedEvent } from '../../src-engine/events/event.ts';
import type { SimulationReport } from '../../src-engine/simulate/report.ts';
import { openSandbox } from '../../src-engine/store/open-sandbox.ts';
import { examplesIn, NO_FILES } from '../engine/host-parts.ts';

export interface SimulationRequest extends Omit<StartRun, 'speed' | 'paused'> {
  /** Ends the run between two commits; the promise is then rejected with the signal's reason. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly events: number; readonly virtualMs: number }) => void;
  /** Told as they happen, in order. */
  readonly onEvents: (events: readonly LoggedEvent[]) => void;
}

export interface SimulationAnswer {
  readonly report: SimulationReport;
  readonly events: readonly LoggedEvent[];
}

export async function runSimulation({
  signal,
  onProgress,
  onEvents,
  ...request
}: SimulationRequest): Promise<SimulationAnswer> {
  const engine = createEngine({
    version,
    nonce: 'cli',
    files: NO_FILES,
    examples: examplesIn([]),
    openDatabase: openSandbox,
    // The reader is right here: it takes a batch when it is done with the one before.
    newsEveryMs: 0,
  });
  try {
    const { runs } = inProcessClient(engine);
    const { run } = await runs.start({ ...request, speed: 'max' });
    const events: LoggedEvent[] = [];
    for await (const news of await runs.watch({ run, after: 0 }, { signal })) {
      events.push(...news.events);
      onEvents(news.events);
      onProgress({ events: events.length, virtualMs: virtualMs(news.view) });
      throwIfFailed(news.view);
    }
    signal.throwIfAborted();
    const report = await runs.report({ run });
    if (report === null) throw new Error('a run ended without a report');
    return { report, events };
  } finally {
    await engine.close();
  }
}

function virtualMs({ startedAt, now }: RunView): number {
  return Date.parse(now) - Date.parse(startedAt);
}

function throwIfFailed({ status, error }: RunView): void {
  if (status === 'failed') throw new Error(error ?? 'the run failed');
}
