// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ORPCError } from '@orpc/client';
import type { EngineClient } from '../../../src-engine/api/contract/contract.ts';
import type { RunNews, RunView } from '../../../src-engine/api/contract/run-schemas.ts';
import { dropLine, takeLine } from '../../../src-renderer/api/engine.ts';
import { startFollowing } from '../../../src-renderer/run/follow-run.ts';
import { showRun, useRun } from '../../../src-renderer/store/run/run.ts';

const VIEW: RunView = {
  run: 'r1',
  status: 'running',
  speed: 'max',
  startedAt: '2030-01-01T00:00:00.000Z',
  now: '2030-01-01T00:00:00.000Z',
  events: 0,
  outcome: null,
  reasons: [],
  error: null,
  template: { namespace: 'default', name: 't', version: '1.0.0' },
  environment: null,
  scenario: null,
  seed: 1,
  profile: 'documented',
  parent: null,
  forkedAfter: 0,
  changes: [],
  hit: null,
};

const log = Array.from({ length: 10 }, (_, index) => ({
  seq: index + 1,
  at: VIEW.now,
  name: 'task.x',
  payload: {},
}));

const news = (from: number, to: number, over = false): RunNews => ({
  events: log.slice(from, to),
  view: { ...VIEW, events: to, status: over ? 'finished' : 'running' },
});

/** Only what following uses. */
function client(watch: (input: { after: number }) => AsyncGenerator<RunNews>): EngineClient {
  const info = async () => ({ version: '1', database: 'none', granted: [], folders: [] });
  const fake = {
    engine: { info },
    runs: { watch: async (input: { after: number }) => watch(input), current: async () => null },
  };
  return fake as unknown as EngineClient;
}

const settled = (check: () => void) => vi.waitFor(check, { timeout: 3_000, interval: 10 });

let hasStarted = false;
beforeEach(() => {
  if (!hasStarted) startFollowing();
  hasStarted = true;
});
afterEach(() => {
  dropLine();
  showRun(null);
});

describe('following a run', () => {
  it('takes a stream that broke off up again, with no event lost and none twice', async () => {
    const asked: number[] = [];
    await takeLine(
      client(async function* ({ after }) {
        asked.push(after);
        if (asked.length === 1) {
          yield news(0, 4);
          throw new Error('the line broke');
        }
        // Overlaps with what is there, as a careless server might.
        yield news(Math.max(0, after - 2), 7);
        yield news(7, 10, true);
      }),
    );
    showRun({ ...VIEW, run: 'r1' });
    await settled(() => expect(useRun.getState().view?.status).toBe('finished'));
    expect(asked).toEqual([0, 4]);
    expect(useRun.getState().events.map(({ seq }) => seq)).toEqual(log.map(({ seq }) => seq));
  });

  it('asks again when the stream ends before the run does', async () => {
    let turn = 0;
    await takeLine(
      client(async function* ({ after }) {
        turn += 1;
        yield turn === 1 ? news(0, 3) : news(after, 10, true);
      }),
    );
    showRun({ ...VIEW, run: 'r1' });
    await settled(() => expect(useRun.getState().count).toBe(10));
    expect(turn).toBe(2);
  });

  it('says that the run is lost when the engine does not know it any more', async () => {
    await takeLine(
      client(async function* () {
        yield* [];
        throw new ORPCError('NO_SUCH_RUN', { defined: true });
      }),
    );
    showRun({ ...VIEW, run: 'r1' });
    await settled(() => expect(useRun.getState().isLost).toBe(true));
  });
});
