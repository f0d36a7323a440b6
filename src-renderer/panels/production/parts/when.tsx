/** A time as it lies from now, exact in its title. One clock moves all of them. */
import { useSyncExternalStore } from 'react';
import { wholeTime } from '../../../ui/data/virtual-time.ts';
import { ago, howLong } from './ago.ts';

const TICK_MS = 10_000;

export function When({ at }: { readonly at: string }) {
  const nowMs = useNow();
  return (
    <time dateTime={at} title={wholeTime(at)}>
      {ago(at, nowMs)}
    </time>
  );
}

/** The same as a stretch, e.g. `13 d`. */
export function HowLong({ since }: { readonly since: string }) {
  const nowMs = useNow();
  return (
    <time dateTime={since} title={`since ${wholeTime(since)}`}>
      {howLong(since, nowMs)}
    </time>
  );
}

let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(tick, TICK_MS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}
