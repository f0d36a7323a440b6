/** What the generator of tasks draws from: templates, outcomes, and the histories that lead to them. Plain values. */

interface Shape {
  readonly name: string;
  readonly namespace: string;
  readonly versions: readonly string[];
  readonly system: string;
  /** Parents before children. The second step has a child, and the first is its parent. */
  readonly steps: Readonly<Record<string, readonly string[]>>;
}

export const SHAPES: readonly Shape[] = [
  {
    name: 'charge_order',
    namespace: 'payments',
    versions: ['1.0.0', '1.1.0', '2.0.0'],
    system: 'payment_gateway',
    steps: {
      validate_order: [],
      authorize_card: ['validate_order'],
      check_fraud: ['validate_order'],
      capture_payment: ['authorize_card', 'check_fraud'],
      notify_customer: ['capture_payment'],
    },
  },
  {
    name: 'refund_order',
    namespace: 'payments',
    versions: ['1.0.0'],
    system: 'payment_gateway',
    steps: {
      find_payment: [],
      refund_payment: ['find_payment'],
      book_refund: ['refund_payment'],
      notify_customer: ['refund_payment'],
    },
  },
  {
    name: 'restock_items',
    namespace: 'inventory',
    versions: ['1.0.0', '1.0.1'],
    system: 'warehouse',
    steps: {
      read_levels: [],
      forecast_demand: ['read_levels'],
      read_prices: [],
      plan_orders: ['forecast_demand', 'read_prices'],
      place_orders: ['plan_orders'],
      update_levels: ['place_orders', 'read_levels'],
    },
  },
  {
    name: 'reserve_stock',
    namespace: 'inventory',
    versions: ['1.0.0'],
    system: 'warehouse',
    steps: { find_stock: [], lock_stock: ['find_stock'], confirm_stock: ['lock_stock'] },
  },
  {
    // The same name in two namespaces: only both together say which one it is.
    name: 'sync_customers',
    namespace: 'default',
    versions: ['0.1.0'],
    system: 'crm',
    steps: {
      export_customers: [],
      merge_customers: ['export_customers'],
      write_customers: ['merge_customers'],
      report_differences: ['merge_customers'],
    },
  },
  {
    name: 'sync_customers',
    namespace: 'notifications',
    versions: ['0.1.0', '0.2.0'],
    system: 'mailer',
    steps: {
      read_addresses: [],
      check_addresses: ['read_addresses'],
      read_consents: ['read_addresses'],
      join_lists: ['check_addresses', 'read_consents'],
      upload_lists: ['join_lists'],
      send_digest: ['upload_lists'],
      count_bounces: ['send_digest'],
    },
  },
  {
    name: 'import_orders',
    namespace: 'default',
    versions: ['0.1.0', '0.2.0'],
    system: 'shop',
    steps: {
      list_files: [],
      fetch_files: ['list_files'],
      parse_orders: ['fetch_files'],
      parse_returns: ['fetch_files'],
      match_customers: ['parse_orders', 'parse_returns'],
      write_orders: ['match_customers'],
      write_returns: ['match_customers'],
      archive_files: ['write_orders', 'write_returns'],
    },
  },
  {
    name: 'reconcile_ledger',
    namespace: 'payments',
    versions: ['1.0.0'],
    system: 'ledger',
    steps: {
      open_period: [],
      load_bank: ['open_period'],
      load_gateway: ['open_period'],
      load_ledger: ['open_period'],
      match_bank: ['load_bank', 'load_ledger'],
      match_gateway: ['load_gateway', 'load_ledger'],
      explain_gaps: ['match_bank', 'match_gateway'],
      book_fees: ['match_gateway'],
      write_report: ['explain_gaps', 'book_fees'],
      close_period: ['write_report'],
    },
  },
];

/** Each transition: the state, and when, as a part of the time between start and end. */
export const HISTORIES = {
  none: [],
  done: [
    ['in_progress', 0],
    ['complete', 1],
  ],
  done_at_second: [
    ['in_progress', 0],
    ['error', 0.3],
    ['pending', 0.5],
    ['in_progress', 0.5],
    ['complete', 1],
  ],
  done_at_third: [
    ['in_progress', 0],
    ['error', 0.2],
    ['pending', 0.3],
    ['in_progress', 0.3],
    ['error', 0.6],
    ['pending', 0.7],
    ['in_progress', 0.7],
    ['complete', 1],
  ],
  running: [['in_progress', 0]],
  failed: [
    ['in_progress', 0],
    ['error', 1],
  ],
  exhausted: [
    ['in_progress', 0],
    ['error', 0.2],
    ['pending', 0.3],
    ['in_progress', 0.3],
    ['error', 0.6],
    ['pending', 0.7],
    ['in_progress', 0.7],
    ['error', 1],
  ],
  resolved: [
    ['in_progress', 0],
    ['error', 0.4],
    ['resolved_manually', 1],
  ],
  cancelled: [['cancelled', 1]],
  cancelled_late: [
    ['in_progress', 0],
    ['cancelled', 1],
  ],
  requeued: [
    ['in_progress', 0],
    ['pending', 0.5],
    ['in_progress', 0.6],
    ['complete', 1],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, number])[]>>;

export type HistoryName = keyof typeof HISTORIES;

export interface Outcome {
  /** `recent` tasks are minutes old, `past` and `stuck` ones hours to two weeks. */
  readonly age: 'past' | 'recent' | 'stuck';
  /** How often among those of its age. Stuck ones have a fixed number. */
  readonly weight: number;
  readonly task: HistoryName;
  /**
   * Which step is the one in question: `any`, the `second`, `all` when every step ran, or `none`: nothing ran. What
   * does not depend on it has run; what does, has the history `after`.
   */
  readonly front: 'any' | 'second' | 'all' | 'none';
  readonly step: HistoryName;
  readonly after: HistoryName;
  /** Columns of the step in question; default: as its history leaves them. */
  readonly columns?: {
    readonly attempts?: number;
    readonly retry_limit?: number;
    readonly retryable?: boolean;
    readonly processed?: boolean;
    readonly backoff_request_seconds?: number;
  };
}

const STUCK = {
  age: 'stuck',
  weight: 1,
  task: 'running',
  front: 'second',
  step: 'none',
  after: 'none',
} as const;

export const OUTCOMES = {
  complete: { age: 'past', weight: 860, task: 'done', front: 'all', step: 'done', after: 'none' },
  requeued: { age: 'past', weight: 20, task: 'requeued', front: 'all', step: 'done', after: 'none' },
  repaired: { age: 'past', weight: 10, task: 'done', front: 'any', step: 'resolved', after: 'done' },
  failed: { age: 'past', weight: 60, task: 'failed', front: 'any', step: 'exhausted', after: 'none' },
  resolved: { age: 'past', weight: 10, task: 'resolved', front: 'any', step: 'exhausted', after: 'none' },
  cancelled: {
    age: 'past',
    weight: 40,
    task: 'cancelled_late',
    front: 'any',
    step: 'cancelled',
    after: 'cancelled',
  },
  fresh: { age: 'recent', weight: 25, task: 'none', front: 'none', step: 'none', after: 'none' },
  running: { age: 'recent', weight: 45, task: 'running', front: 'any', step: 'running', after: 'none' },
  ready: { age: 'recent', weight: 15, task: 'running', front: 'any', step: 'none', after: 'none' },
  waiting: {
    age: 'recent',
    weight: 15,
    task: 'running',
    front: 'any',
    step: 'failed',
    after: 'none',
    columns: { backoff_request_seconds: 3600 },
  },
  /** Failed, attempts are left, but it must not be retried: nobody tries it, nothing calls it blocked. */
  notRetryable: { ...STUCK, step: 'failed', columns: { retryable: false } },
  /** Failed for the last time, and the task was not ended. */
  exhausted: { ...STUCK, step: 'exhausted' },
  /** Whoever ran it is gone. */
  orphaned: { ...STUCK, step: 'running' },
  /** The step in question was cancelled; its children wait for it. */
  cancelledParent: { ...STUCK, step: 'cancelled' },
  processedError: { ...STUCK, step: 'failed', columns: { processed: true } },
  /** Must not be retried and was never tried, which the shipped readiness takes for the same. */
  neverRetryable: { ...STUCK, columns: { retryable: false } },
  noAttemptsAllowed: { ...STUCK, columns: { retry_limit: 0 } },
  /** Requested hours ago, and nobody took it up. */
  neverStarted: { ...STUCK, task: 'none', front: 'none' },
} as const satisfies Readonly<Record<string, Outcome>>;

export type OutcomeName = keyof typeof OUTCOMES;
export type StuckKind = {
  [Name in OutcomeName]: (typeof OUTCOMES)[Name]['age'] extends 'stuck' ? Name : never;
}[OutcomeName];

export const OUTCOME_NAMES = Object.keys(OUTCOMES) as OutcomeName[];
export const STUCK_KINDS = OUTCOME_NAMES.filter((name): name is StuckKind => OUTCOMES[name].age === 'stuck');

export interface ScriptLine {
  readonly shape: number;
  /** Place of the step in question, counted from 0; -1: nothing ran; number of steps: all ran. */
  readonly front: number;
  readonly place: number;
  readonly step: string;
  readonly system: string;
  readonly role: 'before' | 'front' | 'after';
  /** Longest way from a root. */
  readonly level: number;
}

/** For every shape and every step in question: what each step is to it. */
export function scriptLines(): readonly ScriptLine[] {
  return SHAPES.flatMap((shape, index) => {
    const names = Object.keys(shape.steps);
    return [...names.keys(), names.length, -1].flatMap((front) =>
      names.map((step, place) => ({
        shape: index,
        front,
        place,
        step,
        system: shape.system,
        role: roleOf(shape.steps, step, names[front], front === -1),
        level: levelOf(shape.steps, step),
      })),
    );
  });
}

function roleOf(
  steps: Shape['steps'],
  step: string,
  front: string | undefined,
  nothingRan: boolean,
): ScriptLine['role'] {
  if (nothingRan) return 'after';
  if (step === front) return 'front';
  return front !== undefined && dependsOn(steps, step, front) ? 'after' : 'before';
}

function dependsOn(steps: Shape['steps'], step: string, other: string): boolean {
  const parents = steps[step] ?? [];
  return parents.includes(other) || parents.some((parent) => dependsOn(steps, parent, other));
}

function levelOf(steps: Shape['steps'], step: string): number {
  return Math.max(-1, ...(steps[step] ?? []).map((parent) => levelOf(steps, parent))) + 1;
}
