/** Zod schemas of what is read from a production database. Nothing here can carry a secret back. */
import { z } from 'zod';
import { connectionTarget } from '../../connection/target-schema.ts';
import { json, jsonObject, profileName } from './values.ts';

/** A password goes one way only: with the request, or by the name under which the host was given it. */
export const connection = z.object({
  target: connectionTarget,
  password: z.string().max(10_000).optional(),
  secret: z.string().max(200).optional(),
});

export const trouble = z.object({
  code: z.enum([
    'dns',
    'refused',
    'unreachable',
    'timeout',
    'tls',
    'plain_text',
    'auth',
    'no_database',
    'too_many',
    'not_allowed',
    'not_tasker',
    'too_old',
    'early_core',
    'tunnel',
    'unknown_host_key',
    'lost',
    'locked',
    'slow',
    'cancelled',
    'file',
    'failed',
  ]),
  message: z.string(),
  hint: z.string(),
});

export const productionFacts = z.object({
  /** e.g. `PostgreSQL 15.18`. */
  server: z.string(),
  /** `user@host/database`. */
  title: z.string(),
  isStandby: z.boolean(),
  encryption: z.enum(['verified', 'unverified', 'none', 'tunnel']),
  generation: z.enum(['rails', 'core']),
  schema: z.string(),
  /** Before the names of the tables; `tasker_` as a rule, empty for the successor. */
  prefix: z.string(),
  /** Which functions decide there. */
  readiness: z.enum(['v01', 'v02', 'own', 'none']),
  /** What this installation is, and what it lacks: a sentence each. */
  notes: z.array(z.string()),
  /** What the role could do beside reading; empty for one that only reads. */
  writes: z.array(z.string()),
  /** SQL that makes a role which only reads. */
  viewerScript: z.string(),
});

export const checked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok'), facts: productionFacts }),
  z.object({ kind: z.literal('failed'), trouble }),
]);

export const opened = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), id: z.string(), facts: productionFacts }),
  /** The role may write: ask once, and open with `anyway`. */
  z.object({ kind: z.literal('writable'), facts: productionFacts }),
  z.object({ kind: z.literal('failed'), trouble }),
]);

/** UTC, ISO-8601. */
const time = z.string();
const count = z.number().int();
const stateCount = z.object({ state: z.string(), count });

export const overview = z.object({
  at: time,
  hours: z.number(),
  /** The planner's estimate. */
  estimatedTasks: count,
  /** Newest tasks that were counted, and whether that is all there are. */
  looked: z.object({ tasks: count, isAll: z.boolean() }),
  states: z.array(stateCount),
  namespaces: z.array(z.object({ namespace: z.string(), tasks: count, states: z.array(stateCount) })),
  throughput: z.object({
    bucketMinutes: count,
    buckets: z.array(z.object({ at: time, created: count, completed: count, failed: count })),
  }),
  /** Of the steps of the newest `tasks` tasks. */
  steps: z.object({
    tasks: count,
    steps: count,
    /** Steps that were tried more than once. */
    retried: count,
    /** Attempts beyond the first. */
    retries: count,
    /** Steps that stand in error now. */
    failed: count,
  }),
  /** Of the same tasks, by the time from the last start to the completion. */
  slowSteps: z.array(
    z.object({
      step: z.string(),
      name: z.string(),
      version: z.string(),
      runs: count,
      medianMs: z.number(),
      p95Ms: z.number(),
      maxMs: z.number(),
      slowestTask: z.string(),
    }),
  ),
  /** Among the oldest open tasks. */
  stuck: z.object({
    kinds: z.array(z.object({ kind: z.string(), count })),
    isAll: z.boolean(),
    oldest: z.lazy(() => stuckStep).nullable(),
  }),
});

export const taskFilter = z.object({
  states: z.array(z.string().max(60)).max(20).optional(),
  namespace: z.string().max(200).optional(),
  name: z.string().max(200).optional(),
  version: z.string().max(60).optional(),
  createdAfter: z.iso.datetime().optional(),
  createdBefore: z.iso.datetime().optional(),
  /** A part of the context as text. */
  context: z.string().max(500).optional(),
  stuckOnly: z.boolean().optional(),
});

export const taskRow = z.object({
  task: z.string(),
  namespace: z.string(),
  name: z.string(),
  version: z.string(),
  state: z.string(),
  createdAt: time,
  /** Of its last transition; when it was created where there is none. */
  changedAt: time,
  steps: z.array(stateCount),
});

export const taskPage = z.object({
  rows: z.array(taskRow),
  /** Where to go on; null at the end. */
  next: z.string().nullable(),
  /** Tasks that were looked at for this page: a filter that matches little may need several. */
  looked: count,
});

/** Text to copy: it is never run by the workbench. */
export const operatorAction = z.object({
  title: z.string(),
  text: z.string(),
  /** What it does and does not, and what to know before. */
  words: z.string(),
});

export const stuckKind = z.enum([
  'failed_for_good',
  'exhausted',
  'orphaned',
  'cancelled_parent',
  'processed_in_error',
  'never_allowed',
  'never_begun',
]);

export const stuckStep = z.object({
  task: z.string(),
  namespace: z.string(),
  name: z.string(),
  taskState: z.string(),
  kind: stuckKind,
  /** Null where it is about the whole task. */
  step: z.string().nullable(),
  stepName: z.string().nullable(),
  since: time,
  words: z.string(),
  actions: z.array(operatorAction),
});

export const stuckPage = z.object({
  steps: z.array(stuckStep),
  next: z.string().nullable(),
  looked: count,
});

export const productionStep = z.object({
  step: z.string(),
  name: z.string(),
  state: z.string(),
  attempts: count,
  limit: count,
  retryable: z.boolean(),
  parents: z.array(z.string()),
  /** Its readiness as a sentence without a subject; of which functions said it, see `judgedBy`. */
  words: z.string(),
  ready: z.boolean(),
  nextRetryAt: time.nullable(),
  results: json.nullable(),
  /** Bytes; results above the limit are left where they are. */
  resultsSize: count,
});

export const productionEvent = z.object({ at: time, name: z.string(), payload: jsonObject });

export const taskDetail = z.object({
  row: taskRow,
  at: time,
  context: json.nullable(),
  contextSize: count,
  steps: z.array(productionStep),
  edges: z.array(z.tuple([z.string(), z.string()])),
  /** Rebuilt from the transitions. */
  events: z.array(productionEvent),
  /** Whose functions judged the readiness. */
  judgedBy: z.string(),
  /** What is unusual about the rows: a sentence each. */
  notes: z.array(z.string()),
  stuck: z.array(stuckStep),
  actions: z.array(operatorAction),
  /** A template in the form of Tasker's files, made from the rows; null where they make none. */
  template: z.string().nullable(),
});

export const follow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), at: time, rows: z.array(taskRow) }),
  z.object({ kind: z.literal('trouble'), trouble, againInMs: z.number() }),
]);

export const driftRow = z.object({
  what: z.string(),
  inTemplate: z.string(),
  inDatabase: z.string(),
  words: z.string(),
});

export const drift = z.object({
  /** Whether the database knows a task of that namespace, name and version. */
  known: z.boolean(),
  versions: z.array(z.string()),
  /** The task whose edges were compared; null where there is none. */
  comparedTask: z.string().nullable(),
  rows: z.array(driftRow),
});

export const bringHome = z.object({
  task: z.string(),
  profile: profileName,
  /** Keys whose values are replaced, wherever they stand in context and results. */
  mask: z.array(z.string().max(200)).max(500),
  /** What becomes of steps that are in progress there: their attempts end here, or their worker is dead. */
  inProgress: z.enum(['goes_on', 'lost']),
  /** Whose functions say what is ready: those of the profile, or those of that database where they can be used. */
  functions: z.enum(['profile', 'production']).default('profile'),
});

/** A function that decides there, as text; those without problems can be lent to the sandbox. */
export const lentFunction = z.object({
  name: z.string(),
  arguments: z.string(),
  body: z.string(),
  problems: z.array(z.string()),
});

export const maskPreview = z.object({
  keys: z.array(z.object({ key: z.string(), count, suggested: z.boolean(), where: z.string() })),
  bytes: count,
});
