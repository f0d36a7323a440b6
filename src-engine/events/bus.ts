/**
 * Tells listeners of events. Whatever a listener does (throw, reject, change what it is given, unsubscribe in the
 * middle), the engine and the other listeners are as if it had not.
 */
import type { LoggedEvent } from './event.ts';
import { suggestedName } from './mistaken-names.ts';
import { isBuiltInName } from './names.ts';

export type Unsubscribe = () => void;
export type Listener = (event: LoggedEvent) => unknown;
export type ErrorListener = (error: unknown, event: LoggedEvent) => void;

export interface EventBusOptions {
  /** Hears of every listener that failed and has no `onError` of its own. Default: nobody does. */
  readonly onListenerError?: ErrorListener;
  /**
   * The name under which an event is delivered, null for a name that nothing publishes. Default: the built-in names,
   * as they are; a custom event registry brings its own.
   */
  readonly resolve?: (name: string) => string | null;
}

/** A subscription to a name that nothing publishes: it would wait for ever. */
export class UnknownEventName extends Error {
  readonly eventName: string;

  constructor(eventName: string) {
    const meant = suggestedName(eventName);
    super(`no event is named ${eventName}${meant === null ? '' : `; ${meant} is`}`);
    this.eventName = eventName;
  }
}

interface Subscription {
  readonly matches: (name: string) => boolean;
  readonly listener: Listener;
  readonly onError: ErrorListener;
  active: boolean;
}

export class EventBus {
  readonly #options: EventBusOptions;
  #subscriptions: readonly Subscription[] = [];
  readonly #waiting: LoggedEvent[] = [];
  #delivering = false;

  constructor(options: EventBusOptions = {}) {
    this.#options = options;
  }

  /**
   * `pattern` is a name, `*`, or a prefix such as `step.*`. Throws `UnknownEventName` for a name that nothing
   * publishes. Listeners are called in the order they subscribed; a promise is not waited for.
   */
  subscribe(
    pattern: string,
    listener: Listener,
    { onError = this.#options.onListenerError ?? ignore }: { readonly onError?: ErrorListener } = {},
  ): Unsubscribe {
    const subscription = { matches: this.#matcher(pattern), listener, onError, active: true };
    // Replaced, never changed, so that a delivery under way keeps the list it started with.
    this.#subscriptions = [...this.#subscriptions, subscription];
    return () => {
      subscription.active = false;
      this.#subscriptions = this.#subscriptions.filter((each) => each !== subscription);
    };
  }

  /** Never throws. What a listener publishes is delivered afterwards, so that every listener sees the same order. */
  publish(event: LoggedEvent): void {
    this.#waiting.push(event);
    if (this.#delivering) return;
    this.#delivering = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#deliver(next);
    }
    this.#delivering = false;
  }

  #deliver(event: LoggedEvent): void {
    const listeners = this.#subscriptions.filter(({ matches }) => matches(event.name));
    if (listeners.length > 0) freezeDeeply(event);
    for (const subscription of listeners) if (subscription.active) call(subscription, event);
  }

  #matcher(pattern: string): (name: string) => boolean {
    if (pattern === '*') return () => true;
    if (pattern.endsWith('.*') && !pattern.slice(0, -2).includes('*')) {
      return (name) => name.startsWith(pattern.slice(0, -1));
    }
    const wanted = (this.#options.resolve ?? builtIn)(pattern);
    if (wanted === null) throw new UnknownEventName(pattern);
    return (name) => name === wanted;
  }
}

function call({ listener, onError }: Subscription, event: LoggedEvent): void {
  try {
    const answer = listener(event);
    if (answer instanceof Promise) answer.catch((error: unknown) => report(onError, error, event));
  } catch (error) {
    report(onError, error, event);
  }
}

/** Reporting must not hurt either. */
function report(onError: ErrorListener, error: unknown, event: LoggedEvent): void {
  try {
    onError(error, event);
  } catch {
    // Nobody is left to be told.
  }
}

/** Without recursion: results of a handler may be nested as deeply as JSON allows. */
function freezeDeeply(event: LoggedEvent): void {
  const open: unknown[] = [event];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) continue;
    Object.freeze(value);
    for (const inner of Object.values(value))
      if (typeof inner === 'object' && inner !== null) open.push(inner);
  }
}

function builtIn(name: string): string | null {
  return isBuiltInName(name) ? name : null;
}

function ignore(): void {
  // The default of whoever does not want to know.
}
