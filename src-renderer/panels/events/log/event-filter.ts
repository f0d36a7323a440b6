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

export function matches(filter: EventFilter, event: LoggedEvent): boolean {
  if (filter.name !== null && event.name !== filter.name) return false;
  if (filter.step !== null && stepOf(event) !== filter.step) return false;
  if (filter.families.size > 0 && !filter.families.has(familyOf(event.name))) return false;
  const wanted = filter.text.trim().toLowerCase();
  return wanted === '' || event.name.toLowerCase().includes(wanted) || says(event.payload, wanted);
}

/**
 * Values only: every step event has a key `retry_limit`, so a search for "retry" over keys would find everything. Walks
 * instead of printing, which would build the whole text again for each letter that is typed.
 */
function says(value: Json | undefined, wanted: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(wanted);
  if (value === null || value === undefined) return false;
  if (typeof value !== 'object') return String(value).includes(wanted);
  for (const each of Object.values(value)) if (says(each, wanted)) return true;
  return false;
}
