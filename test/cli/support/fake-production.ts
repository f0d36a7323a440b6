/** A production database in memory: made-up answers, and what was asked for them. */
import { ORPCError } from '@orpc/client';
import type {
  Drift,
  Overview,
  Production,
  ProductionFacts,
  StuckStep,
  TaskDetail,
  TaskRow,
} from '../../../src-main/cli/inspect/production.ts';
import type { CliRun, FakeIo } from './fake-io.ts';
import { cli } from './fake-io.ts';

export const URL = 'postgres://viewer@db.example.com/shop';

/** What a database may hold: it clears the screen, sets its title, turns text around, and begins a line of its own. */
export const HOSTILE = 'a\u001B[2Jb\u001B]0;c\u0007d\u202Ee\u009B31mf\ng\rh';
export const HARMLESS = 'a\u{FFFD}[2Jb\u{FFFD}]0;c\u{FFFD}d\u{FFFD}e\u{FFFD}31mf\u{FFFD}g\u{FFFD}h';

export const FACTS: ProductionFacts = {
  server: 'PostgreSQL 15.18',
  title: 'viewer@db.example.com/shop',
  isStandby: false,
  encryption: 'verified',
  generation: 'rails',
  schema: 'public',
  prefix: 'tasker_',
  readiness: 'v01',
  notes: ['The views of analytics are missing.'],
  writes: [],
  viewerScript: 'CREATE ROLE tasker_viewer LOGIN;\nGRANT USAGE ON SCHEMA public TO tasker_viewer;',
};

export const ROW: TaskRow = {
  task: '1042',
  namespace: 'shop',
  name: 'process_order',
  version: '1.0.0',
  state: 'error',
  createdAt: '2026-05-01T10:00:00.000Z',
  changedAt: '2026-05-01T10:02:05.000Z',
  steps: [
    { state: 'complete', count: 3 },
    { state: 'error', count: 1 },
  ],
};

export const STUCK: StuckStep = {
  task: '1042',
  namespace: 'shop',
  name: 'process_order',
  taskState: 'error',
  kind: 'exhausted',
  step: '7',
  stepName: 'pay',
  since: '2026-05-01T10:02:05.000Z',
  words: 'It failed 3 times, which is all it may.',
  actions: [
    {
      title: 'Let it try again',
      text: "Tasker::WorkflowStep.find(7)\n  .state_machine.transition_to!('pending')",
      words: 'It gets a new attempt.',
    },
  ],
};

export const OVERVIEW: Overview = {
  at: '2026-05-01T12:00:00.000Z',
  hours: 24,
  estimatedTasks: 1_204_000,
  looked: { tasks: 1_000, isAll: false },
  states: [
    { state: 'complete', count: 990 },
    { state: 'error', count: 10 },
  ],
  namespaces: [{ namespace: 'shop', tasks: 1_000, states: [{ state: 'complete', count: 990 }] }],
  throughput: {
    bucketMinutes: 60,
    buckets: [
      { at: '2026-05-01T10:00:00.000Z', created: 0, completed: 0, failed: 0 },
      { at: '2026-05-01T11:00:00.000Z', created: 80, completed: 40, failed: 1 },
    ],
  },
  steps: { tasks: 1_000, steps: 4_000, retried: 12, retries: 20, failed: 3 },
  slowSteps: [
    {
      step: 'pay',
      name: 'process_order',
      version: '1.0.0',
      runs: 900,
      medianMs: 350,
      p95Ms: 4_200,
      maxMs: 61_000,
      slowestTask: '77',
    },
  ],
  stuck: { kinds: [{ kind: 'exhausted', count: 4 }], isAll: false, oldest: STUCK },
};

export const DETAIL: TaskDetail = {
  row: ROW,
  at: '2026-05-01T12:00:00.000Z',
  context: { order_id: 42 },
  contextSize: 16,
  steps: [
    step({ step: '6', name: 'reserve', state: 'complete', attempts: 1 }),
    step({
      step: '7',
      name: 'pay',
      state: 'error',
      attempts: 3,
      parents: ['6'],
      words: 'has no attempt left.',
    }),
  ],
  edges: [['6', '7']],
  events: [{ at: '2026-05-01T10:02:05.000Z', name: 'step.failed', payload: { step: 'pay' } }],
  judgedBy: 'get_step_readiness_status of the database',
  notes: ['A step has no transition.'],
  stuck: [STUCK],
  actions: [],
  template: 'name: process_order\n',
};

export const DRIFT: Drift = {
  known: true,
  versions: ['1.0.0', '1.1.0'],
  comparedTask: '1042',
  rows: [
    {
      what: 'step ship',
      inTemplate: 'retry_limit 3',
      inDatabase: 'retry_limit 5',
      words: 'New tasks get 3 attempts.',
    },
  ],
};

export function step(
  more: Partial<TaskDetail['steps'][number]> & Pick<TaskDetail['steps'][number], 'step' | 'name'>,
): TaskDetail['steps'][number] {
  return {
    state: 'pending',
    attempts: 0,
    limit: 3,
    retryable: true,
    parents: [],
    words: 'is complete.',
    ready: false,
    nextRetryAt: null,
    results: null,
    resultsSize: 0,
    ...more,
  };
}

export type Procedure = keyof Production;

export interface Asked {
  readonly procedure: Procedure;
  readonly input: unknown;
}

type Answers = { readonly [Name in Procedure]?: (input: never, signal: AbortSignal | undefined) => unknown };

export interface FakeProduction {
  readonly production: Production;
  readonly asked: readonly Asked[];
  readonly inputs: (procedure: Procedure) => readonly unknown[];
}

const USUAL: Answers = {
  open: () => ({ kind: 'open', id: 'c1', facts: FACTS }),
  close: () => ({}),
  overview: () => OVERVIEW,
  tasks: () => ({ rows: [ROW], next: null, looked: 1 }),
  stuck: () => ({ steps: [STUCK], next: null, looked: 1 }),
  task: () => DETAIL,
  drift: () => DRIFT,
};

/** @param answers Instead of the usual ones; they may throw. */
export function fakeProduction(answers: Answers = {}): FakeProduction {
  const asked: Asked[] = [];
  const all: Answers = { ...USUAL, ...answers };
  const procedure =
    (name: Procedure) =>
    async (input: unknown, options?: { readonly signal?: AbortSignal }): Promise<unknown> => {
      // As it was when it was asked.
      asked.push({ procedure: name, input: structuredClone(input) });
      return all[name]?.(input as never, options?.signal);
    };
  const names = ['open', 'close', 'overview', 'tasks', 'stuck', 'task', 'follow', 'drift'] as const;
  const production = Object.fromEntries(names.map((name) => [name, procedure(name)]));
  return {
    production: production as unknown as Production,
    asked,
    inputs: (of) => asked.filter((each) => each.procedure === of).map(({ input }) => input),
  };
}

/** As the contract's errors arrive. */
export function failed(code: string, message: string, data: unknown): Error {
  return new ORPCError(code, { defined: true, message, data });
}

export interface InspectRun extends CliRun {
  readonly asked: FakeProduction;
  readonly isLetGo: boolean;
}

/** Runs `inspect` against made-up answers. */
export async function inspect(
  args: readonly string[],
  answers: Answers = {},
  fake: FakeIo = {},
): Promise<InspectRun> {
  const asked = fakeProduction(answers);
  let isLetGo = false;
  const openProduction = async () => ({
    production: asked.production,
    close: async () => {
      isLetGo = true;
    },
  });
  const run = await cli(['inspect', ...args], { ...fake, openProduction });
  return { ...run, asked, isLetGo };
}
