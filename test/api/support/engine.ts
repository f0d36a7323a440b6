/** Engines for tests: over the test file's database, with files and examples in memory unless a test brings its own. */
import { afterAll, beforeAll } from 'vitest';
import type { EngineClient } from '../../../src-engine/api/contract/contract.ts';
import type { RunNews, RunView, StartRun } from '../../../src-engine/api/contract/run-schemas.ts';
import type { Engine } from '../../../src-engine/api/engine.ts';
import { createEngine } from '../../../src-engine/api/engine.ts';
import type { EngineHost } from '../../../src-engine/api/engine-host.ts';
import { inProcessClient } from '../../../src-engine/api/hosts/in-process.ts';
import { resetSandbox } from '../../../src-engine/store/calls/workbench-calls.ts';
import type { Database } from '../../../src-engine/store/database.ts';
import { examplesIn, NO_FILES } from '../../../src-main/engine/host-parts.ts';
import { openTestDatabase } from '../../support/database.ts';

export function hostWith(parts: Partial<EngineHost>): EngineHost {
  return {
    version: '1.2.3',
    nonce: 'test',
    openDatabase: () => Promise.reject(new Error('this test has no database')),
    files: NO_FILES,
    examples: examplesIn([]),
    newsEveryMs: 0,
    ...parts,
  };
}

export interface TestEngine {
  readonly client: EngineClient;
  readonly engine: Engine;
  readonly db: Database;
}

/** A host gives an empty database; a test file has one for all its engines. */
export async function emptied(db: Database): Promise<Database> {
  await resetSandbox(db);
  return db;
}

/** One engine for the tests of a file; its database is closed after them. */
export function useEngine(parts: Partial<EngineHost> = {}): () => TestEngine {
  let made: TestEngine | undefined;
  beforeAll(async () => {
    const db = await openTestDatabase();
    const engine = createEngine(hostWith({ openDatabase: () => emptied(db), ...parts }));
    made = { db, engine, client: inProcessClient(engine) };
  });
  afterAll(async () => {
    await made?.engine.close();
    await made?.db.close();
  });
  return () => {
    if (made === undefined) throw new Error('the engine of this file is not there yet');
    return made;
  };
}

/** Reads a stream to its end, or until `enough`. */
export async function collect(
  news: AsyncIterable<RunNews>,
  enough: (news: readonly RunNews[]) => boolean = () => false,
): Promise<readonly RunNews[]> {
  const all: RunNews[] = [];
  for await (const each of news) {
    all.push(each);
    if (enough(all)) break;
  }
  return all;
}

/** Starts a run and watches it to its end. */
export async function runToEnd(client: EngineClient, request: StartRun) {
  const { run } = await client.runs.start(request);
  const news = await collect(await client.runs.watch({ run, after: 0 }));
  return { run, news, events: news.flatMap(({ events }) => events), view: lastView(news) };
}

export function lastView(news: readonly RunNews[]): RunView {
  const view = news.at(-1)?.view;
  if (view === undefined) throw new Error('the stream ended without a view');
  return view;
}

export const TEMPLATE = `name: order
version: 1.0.0
task_handler_class: Order
default_dependent_system: shop
step_templates:
  - {name: pay, handler_class: Pay}
  - {name: pack, handler_class: Pack}
  - {name: ship, handler_class: Ship, depends_on_steps: [pay, pack]}
`;

/** `pay` fails once, so that there is a wait of its own; everything takes a second. */
export const SCENARIO = {
  name: 'flaky',
  text: `context: { order: 1 }
latency: 1s
steps:
  pay:
    attempts: [{ outcome: retryable_error, message: busy }, { outcome: success }]
`,
};
