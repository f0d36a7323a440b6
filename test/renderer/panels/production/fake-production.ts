/** A production database that answers from a table, and remembers what it was asked and which calls were given up. */
import { vi } from 'vitest';
import type { SavedConnection } from '../../../../src-renderer/platform/connections.ts';
import { useProduction } from '../../../../src-renderer/store/production/production.ts';
import type {
  Facts,
  Overview,
  StuckStep,
  TaskDetail,
  TaskPage,
} from '../../../../src-renderer/store/production/types.ts';
import { taskRow } from '../../store/production/rows.ts';

export const SAVED: SavedConnection = {
  id: 'saved',
  name: 'orders, live',
  colour: null,
  isProduction: true,
  hasPassword: true,
  target: {
    host: 'db',
    port: 5_432,
    database: 'shop',
    user: 'viewer',
    tls: { mode: 'require' },
    statementTimeoutMs: 8_000,
  },
};

export const FACTS: Facts = {
  server: 'PostgreSQL 15.18',
  title: 'viewer@db/shop',
  isStandby: true,
  encryption: 'unverified',
  generation: 'rails',
  schema: 'public',
  prefix: 'tasker_',
  readiness: 'v02',
  notes: [],
  writes: [],
  viewerScript: 'create role tasker_viewer;',
};

export const STUCK: StuckStep = {
  task: '7',
  namespace: 'shop',
  name: 'order',
  taskState: 'error',
  kind: 'exhausted',
  step: '71',
  stepName: 'charge',
  since: '2026-03-01T09:00:00.000Z',
  words: 'All 3 attempts are used up.',
  actions: [{ title: 'Reset the attempts', text: 'bin/reset 71', words: 'It is tried three times again.' }],
};

export const OVERVIEW: Overview = {
  at: '2026-03-01T12:00:00.000Z',
  hours: 24,
  estimatedTasks: 2_300_000,
  looked: { tasks: 100_000, isAll: false },
  states: [
    { state: 'complete', count: 99_000 },
    { state: 'error', count: 1_000 },
  ],
  namespaces: [{ namespace: 'shop', tasks: 100_000, states: [{ state: 'error', count: 1_000 }] }],
  throughput: {
    bucketMinutes: 60,
    buckets: [{ at: '2026-03-01T11:00:00.000Z', created: 12, completed: 10, failed: 1 }],
  },
  steps: { tasks: 1_000, steps: 4_000, retried: 100, retries: 160, failed: 20 },
  slowSteps: [
    {
      step: 'charge',
      name: 'order',
      version: '1.0.0',
      runs: 900,
      medianMs: 400,
      p95Ms: 9_000,
      maxMs: 61_000,
      slowestTask: '5',
    },
  ],
  stuck: { kinds: [{ kind: 'exhausted', count: 3 }], isAll: false, oldest: STUCK },
};

export const PAGE: TaskPage = {
  rows: [
    taskRow('9', 30, { steps: [{ state: 'complete', count: 1 }] }),
    taskRow('7', 10, { state: 'error', name: 'order_seven' }),
  ],
  next: '7',
  looked: 5_000,
};

export const DETAIL: TaskDetail = {
  row: taskRow('7', 10, { state: 'error', name: 'order_seven' }),
  at: '2026-03-01T12:00:00.000Z',
  context: { card: '4111' },
  contextSize: 15,
  steps: [
    {
      step: '71',
      name: 'charge',
      state: 'in_progress',
      attempts: 2,
      limit: 3,
      retryable: true,
      parents: ['validate'],
      words: 'has an attempt under way.',
      ready: false,
      nextRetryAt: null,
      results: null,
      resultsSize: 0,
    },
  ],
  edges: [['validate', 'charge']],
  events: [{ at: '2026-03-01T10:00:10.000Z', name: 'task.initialize_requested', payload: {} }],
  judgedBy: 'its own functions',
  notes: ['Two transitions have the same number.'],
  stuck: [STUCK],
  actions: [],
  template: null,
};

type Call = (input: never, options: { readonly signal: AbortSignal }) => Promise<unknown>;

export const production = {
  open: vi.fn<Call>(),
  close: vi.fn<Call>(async () => ({})),
  check: vi.fn<Call>(),
  overview: vi.fn<Call>(async () => OVERVIEW),
  tasks: vi.fn<Call>(async () => PAGE),
  task: vi.fn<Call>(async () => DETAIL),
  stuck: vi.fn<Call>(async () => ({ steps: [STUCK], next: null, looked: 40 })),
  drift: vi.fn<Call>(async () => ({
    known: true,
    versions: ['1.0.0'],
    comparedTask: '7',
    rows: [
      { what: 'Retry limit of charge', inTemplate: '3', inDatabase: '5', words: 'It is tried more often.' },
    ],
  })),
  maskPreview: vi.fn<Call>(async () => ({
    keys: [
      { key: 'card', count: 1, suggested: true, where: 'the context' },
      { key: 'amount', count: 2, suggested: false, where: 'the results of charge' },
    ],
    bytes: 2_000,
  })),
  bringHome: vi.fn<Call>(),
};

export function showOpen(): void {
  useProduction.setState({
    phase: { kind: 'open', id: 'c1', saved: SAVED, facts: FACTS },
    isShown: true,
    view: 'overview',
    task: null,
    isBringingHome: false,
  });
}
