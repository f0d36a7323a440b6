/**
 * Events of a user's own handlers (event reference, section 7). A handler says `order.processed`; it is delivered as
 * `custom.order.processed`, and both names may be subscribed to. Upstream accepts only one of them, depending on who asks.
 */
import type { JsonObject } from '../template/template.ts';
import { EXPORT_EVENTS, isBuiltInName, TEST_EVENTS } from './names.ts';

export interface CustomEvent {
  readonly name: string;
  readonly category: 'custom';
  /** Empty when none was given. */
  readonly description: string;
  /** Class names of the handlers that may publish it. */
  readonly firedBy: readonly string[];
}

export type Registration =
  | { readonly kind: 'registered'; readonly event: CustomEvent }
  /** The name was registered before; the newer description holds, as it does upstream. */
  | { readonly kind: 'replaced'; readonly event: CustomEvent; readonly warning: string }
  | { readonly kind: 'refused'; readonly reason: string };

const RESERVED = new Set(['task', 'step', 'workflow', 'observability', 'test']);
const PREFIX = 'custom.';
const TAKEN = new Set<string>([...Object.values(EXPORT_EVENTS), ...Object.values(TEST_EVENTS)]);

/** Why a name cannot be a custom event's; null when it can. */
export function customNameProblem(name: string): string | null {
  const [namespace = '', ...rest] = name.split('.');
  if (rest.length === 0) return `event name ${name} needs a namespace and a dot, for example order.processed`;
  if (RESERVED.has(namespace.toLowerCase())) return `namespace ${namespace} belongs to the engine`;
  return TAKEN.has(name) ? `${name} is a built-in event` : null;
}

/** The name under which an event is delivered. */
export function deliveredName(name: string): string {
  return name.startsWith(PREFIX) ? name : `${PREFIX}${name}`;
}

/** The payload as published: the two keys of the engine win over the handler's. */
export function customPayload(payload: JsonObject, timestamp: string): JsonObject {
  return { ...payload, event_type: 'custom', timestamp };
}

export class CustomEvents {
  readonly #events = new Map<string, CustomEvent>();

  register(event: {
    readonly name: string;
    readonly description?: string;
    readonly firedBy?: readonly string[];
  }): Registration {
    const reason = customNameProblem(event.name);
    if (reason !== null) return { kind: 'refused', reason };
    const { name, description = '', firedBy = [] } = event;
    const known = this.#events.has(deliveredName(name));
    const stored: CustomEvent = { name, category: 'custom', description, firedBy };
    this.#events.set(deliveredName(name), stored);
    if (!known) return { kind: 'registered', event: stored };
    return { kind: 'replaced', event: stored, warning: `${name} was registered already; this replaces it` };
  }

  /** In the order of their first registration. */
  list(): readonly CustomEvent[] {
    return [...this.#events.values()];
  }

  /** For an event bus: built-in names as they are, registered ones as they are delivered, null for any other. */
  readonly resolve = (name: string): string | null => {
    if (isBuiltInName(name)) return name;
    const delivered = deliveredName(name);
    return this.#events.has(delivered) ? delivered : null;
  };
}
