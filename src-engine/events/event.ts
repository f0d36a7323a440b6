/**
 * One event of the catalogue: a union over all names, each with its payload. A handler's own events are outside it;
 * their names are free (see custom events) and their payloads unknown.
 */
import type { JsonObject } from '../template/template.ts';
import type { EventPayloads } from './payloads.ts';

export type EventName = keyof EventPayloads;

export type PayloadOf<Name extends EventName> = EventPayloads[Name];

export type WorkbenchEvent = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: PayloadOf<Name> };
}[EventName];

/** A row of the event log, exactly as it was written; a handler's own events are rows like all others. */
export interface LoggedEvent {
  /** 1, 2, … within a run. */
  readonly seq: number;
  /** ISO-8601 virtual time with milliseconds. */
  readonly at: string;
  readonly name: string;
  readonly payload: JsonObject;
}
