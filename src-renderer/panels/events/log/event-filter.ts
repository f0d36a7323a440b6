/** Which events are shown. Pure, and about one event at a time, so that a growing log is never filtered twice. */
import type { LoggedEvent } from '../../../../src-engine/events/event.ts';
import type { Json } from '../../../../src-engine/template/template.ts';
import { stepOf } from '../../../store/run/step-fold.ts';
import type { Family } from './family.ts';
import { familyOf } from './family.ts';

export interface EventFilter {
  /** As typed; empty: any. */
  readonly text: string;
  /** Empty: all. */
  readonly families: ReadonlySet<Family>;
  /** The exact name; null: any. */
  readonly name: string | null;
  /** The step an event is about; null: any, and those about none. */
  readonly step: string | null;
}

export const NO_FILTER: EventFilter = { text: '', families: new Set(), name: null, step: null };

export function isFiltering({ text, families, name, step }: EventFilter): boolean {
  return text.trim() !== '' || families.size > 0 || name !== null || step !== null;
}

export type EventTest = (event: LoggedEvent) => boolean;

/** Made once for a filter, then asked for every event. */
export function testOf({ text, families, name, step }: EventFilter): EventTest {
  const wanted = text.trim();
  const words =
    wanted === '' ? null : new RegExp(wanted.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`), 'i');
  return (event) =>
    (name === null || event.name === name) &&
    (step === null || stepOf(event) === step) &&
    (families.size === 0 || families.has(familyOf(event.name))) &&
    (words === null || words.test(event.name) || says(event.payload, words));
}

/**
 * Values only: every step event has a key `retry_limit`, so a search for "retry" over keys would find everything. Walks
 * instead of printing, which would build the whole text again for each letter that is typed.
 */
function says(value: Json, words: RegExp): boolean {
  if (typeof value === 'string') return words.test(value);
  if (value === null) return false;
  if (typeof value !== 'object') return words.test(String(value));
  for (const each of Object.values(value)) if (says(each, words)) return true;
  return false;
}
