/**
 * Going back and forking in a run of ten thousand events: how long a moment takes to be shown (rows, readiness and task), how long
 * a fork takes until it can go on, and what ten forks that ran to their end keep in memory.
 */
import { setImmediate } from 'node:timers/promises';
import { answerReadiness, answerTask } from '../src-engine/simulate/session/answers.ts';
import { DatabaseHolder } from '../src-engine/simulate/session/database-holder.ts';
import { rowsAt } from '../src-engine/simulate/session/moment-rows.ts';
import { RunDesk } from '../src-engine/simulate/session/run-desk.ts';
import type { RunSession } from '../src-engine/simulate/session/run-session.ts';
import { openSandbox } from '../src-engine/store/open-sandbox.ts';
import { workflow } from '../test/support/workflows.ts';
import { median, report } from './support/measure.ts';

const LAYERS = 112;
const WIDTH = 16;
const BRANCHES = 10;
const PACING = { speed: 'max', paused: false } as const;

function parents(): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (let layer = 0; layer < LAYERS; layer++) {
    for (let place = 0; place < WIDTH; place++) {
      const above = [0, 1].map((shift) => `l${layer - 1}p${(place + shift) % WIDTH}`);
      all[`l${layer}p${place}`] = layer === 0 ? [] : above;
    }
  }
  return all;
}

const scenario = {
  context: { order: 1 },
  latency: { uniform: ['50ms', '2s'] as [string, string] },
  steps: Object.fromEntries(
    Object.keys(parents()).map((name, index) => [
      name,
      index % 2 === 0 ? { attempts: [{ outcome: 'retryable_error' as const }] } : {},
    ]),
  ),
};
const source = {
  template: workflow(parents()),
  scenario,
  scenarioName: null,
  text: '',
  environment: undefined,
};

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1_000_000;
}

const holder = new DatabaseHolder(openSandbox);
const desk = new RunDesk({ databases: holder, nonce: 'bench', tick: () => setImmediate() });
await holder.get();
const run = await timed(async (): Promise<RunSession> => {
  const session = await desk.start({ source, ...PACING });
  await session.ended;
  return session;
});
const session = run.value;
const { events } = session.view;
if (session.view.outcome !== 'completed') throw new Error(`the run ended ${session.view.outcome}`);
console.log(`a run of ${events} events over ${LAYERS * WIDTH} steps`);
report('run at full speed, with what going back needs: ms', run.ms);

const worlds = await desk.worlds();
const moments: number[] = [];
const rows: number[] = [];
for (const share of [0.5, 0.1, 0.9, 0.3, 0.7, 0.02, 0.99, 0.6]) {
  const after = Math.max(1, Math.round(events * share));
  const looked = { session, worlds, after };
  const { ms } = await timed(async () =>
    Promise.all([answerReadiness(looked, undefined), answerTask(looked)]),
  );
  moments.push(ms);
  rows.push((await timed(() => rowsAt(looked))).ms);
}
report('rewind: readiness of all steps and task at any event, ms, median', median(moments), { atMost: 500 });
report('rewind: the slowest', Math.max(...moments), { atMost: 500 });
report('rows of all tables at a moment, ms, median', median(rows), { atMost: 500 });

const before = residentMegabytes();
const forks: number[] = [];
for (let branch = 0; branch < BRANCHES; branch++) {
  const after = Math.max(1, Math.round((events * (branch + 1)) / (BRANCHES + 1)));
  const fork = await timed(() =>
    desk.fork(session, { after, actions: [{ do: 'set_context', context: { order: branch } }], ...PACING }),
  );
  forks.push(fork.ms);
  await fork.value.ended;
}
report('fork, ms, median', median(forks), { atMost: 500 });
report('fork: the slowest', Math.max(...forks), { atMost: 500 });
report(`memory of ${BRANCHES} branches that ran to their end, MB`, residentMegabytes() - before, {
  atMost: 300,
});
await desk.close();
await holder.discard();
