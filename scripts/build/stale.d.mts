/** What tests need to know of stale.mjs. */
export interface Part {
  readonly from: readonly string[];
  readonly except: readonly string[];
  readonly out: string;
}

export function isStale(name: string, part: Part): Promise<boolean>;
export function stamped(name: string, build: () => Promise<void>): Promise<void>;
export function forget(name: string): Promise<void>;
