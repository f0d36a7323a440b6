/** What the successor accepts, as its loader, its registry and its published schema say. */
export const CORE_LIMITS = {
  /** A part of the names of queues. */
  namespace: 29,
  name: 255,
  version: 50,
  callable: 500,
  leastAttempts: 1,
  mostAttempts: 100,
  /** Of the published schema. */
  timeoutSeconds: 3600,
} as const;

export const CORE_NAME = /^[a-z][a-z0-9_]*$/;
export const CORE_CALLABLE = /^[A-Z]\w*(?:::[A-Z]\w*)*$/;
export const CORE_EVENT = /^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$/;

/** Tasker's fixed waits between attempts, in the successor's words. */
export const CORE_BACKOFF = {
  backoff: 'exponential',
  backoff_base_ms: 1000,
  max_backoff_ms: 30_000,
} as const;
