/**
 * How many steps of a discovery run at once (state machine reference, section 6): the lower of what the pool and the
 * load recommend, held between two limits. Pure: counts are passed in.
 */
import { assertNever } from '../../assert-never.ts';

export interface ConcurrencyConfig {
  readonly minConcurrentSteps: number;
  readonly maxConcurrentStepsLimit: number;
  /** Seconds an executor keeps a computed limit. */
  readonly cacheDurationSeconds: number;
  /** Share of the free connections that may be used, by pressure. */
  readonly pressureFactors: Readonly<Record<PoolPressure, number>>;
}

export type PoolPressure = 'low' | 'moderate' | 'high' | 'critical';

export const CONCURRENCY_DEFAULTS: ConcurrencyConfig = {
  minConcurrentSteps: 3,
  maxConcurrentStepsLimit: 12,
  cacheDurationSeconds: 30,
  pressureFactors: { low: 0.8, moderate: 0.6, high: 0.4, critical: 0.2 },
};

export interface PoolUse {
  readonly size: number;
  readonly busy: number;
  /**
   * Free connections. Null: the pool does not say. Shipped Tasker is always in that case, because its pool statistics
   * have no such entry, so its limit is the lower one whatever the settings.
   */
  readonly available: number | null;
}

export interface EngineLoad {
  /** Tasks and steps that are pending or in progress, and all there are. */
  readonly activeTasks: number;
  readonly totalTasks: number;
  readonly activeSteps: number;
  readonly totalSteps: number;
}

/** What upstream recommends at least, and all it recommends when it cannot compute. */
const SAFE_RECOMMENDATION = 3;
const POOL_CEILING = 12;
/** No recommendation under pressure takes more of the free connections than this. */
const SHARE_UNDER_PRESSURE = 0.6;
const HIGH_PRESSURE_CUT = 0.7;

/** The limit: never below `minConcurrentSteps`, never above `maxConcurrentStepsLimit`. */
export function concurrencyLimit(
  pool: PoolUse,
  load: EngineLoad,
  config: ConcurrencyConfig = CONCURRENCY_DEFAULTS,
): number {
  const wanted = Math.min(poolRecommendation(pool, config), loadRecommendation(load, config));
  return Math.max(config.minConcurrentSteps, Math.min(wanted, config.maxConcurrentStepsLimit));
}

/** Null for a pool without connections: its use cannot be told. Borders belong to the lower pressure. */
export function poolPressure({ busy, size }: Pick<PoolUse, 'busy' | 'size'>): PoolPressure | null {
  if (size <= 0) return null;
  const use = Math.round((busy / size) * 1_000) / 1_000;
  if (use <= 0.5) return 'low';
  if (use <= 0.7) return 'moderate';
  return use <= 0.85 ? 'high' : 'critical';
}

export function poolRecommendation(pool: PoolUse, config: ConcurrencyConfig = CONCURRENCY_DEFAULTS): number {
  if (pool.available === null) return SAFE_RECOMMENDATION;
  const pressure = poolPressure(pool);
  const factor = config.pressureFactors[pressure ?? 'critical'];
  const usable = Math.floor(Math.min(pool.available * factor, POOL_CEILING));
  const wanted = Math.max(usable, SAFE_RECOMMENDATION);
  const share = pool.available * SHARE_UNDER_PRESSURE;
  switch (pressure) {
    case 'low':
      return wanted;
    case 'moderate':
      return Math.floor(Math.min(wanted, share));
    case 'high':
      return Math.floor(Math.min(wanted * HIGH_PRESSURE_CUT, share));
    case 'critical':
    case null:
      return Math.floor(Math.min(SAFE_RECOMMENDATION, share));
    default:
      return assertNever(pressure);
  }
}

export function loadRecommendation(
  load: EngineLoad,
  config: ConcurrencyConfig = CONCURRENCY_DEFAULTS,
): number {
  const { minConcurrentSteps: min, maxConcurrentStepsLimit: max } = config;
  const share =
    0.3 * ratio(load.activeTasks, load.totalTasks) + 0.7 * ratio(load.activeSteps, load.totalSteps);
  if (share <= 0.3) return max;
  return share <= 0.6 ? Math.round((max - min) * 0.6 + min) : min + 1;
}

/** An idle or empty engine counts as having one active of one: upstream's choice, so it is never divided by zero. */
function ratio(active: number, total: number): number {
  return Math.max(active, 1) / Math.max(total, 1);
}
