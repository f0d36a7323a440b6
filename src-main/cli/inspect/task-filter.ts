/** From options to the filter of the contract. */
import { taskFilter as schema } from '../../../src-engine/api/contract/inspect-schemas.ts';
import { durationMs } from './duration-text.ts';
import type { FilterOptions } from './inspect-options.ts';
import type { TaskFilter } from './production.ts';

type ReadFilter =
  | { readonly kind: 'filter'; readonly filter: TaskFilter }
  | { readonly kind: 'usage'; readonly message: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?<zone>Z|[+-]\d{2}:\d{2})?$/;

/** @param nowMs What durations count back from. */
export function taskFilter(options: FilterOptions, nowMs: number): ReadFilter {
  const { state, namespace, name, taskVersion, since, context, stuck } = options;
  const createdAfter = since === undefined ? undefined : timeOf(since, nowMs);
  if (createdAfter === null) {
    return usage("'--since' is a duration (90s, 30m, 2h, 7d) or a time (2026-05-01, 2026-05-01T10:00Z).");
  }
  const states = state?.split(',').map((each) => each.trim());
  if (states?.includes('')) return usage("'--state' takes states, separated by commas.");
  const checked = schema.safeParse({
    ...(states === undefined ? {} : { states }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(taskVersion === undefined ? {} : { version: taskVersion }),
    ...(createdAfter === undefined ? {} : { createdAfter }),
    ...(context === undefined ? {} : { context }),
    ...(stuck === undefined ? {} : { stuckOnly: stuck }),
  });
  if (checked.success) return { kind: 'filter', filter: checked.data };
  return usage('one of the texts to filter by is too long.');
}

/** A time without a zone is in UTC, as all times that are printed. Null for what is no time. */
function timeOf(text: string, nowMs: number): string | null {
  const ago = durationMs(text);
  const ms = ago === null ? timeMs(text) : nowMs - ago;
  const time = new Date(ms);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1 ? null : time.toISOString();
}

function timeMs(text: string): number {
  if (DAY.test(text)) return Date.parse(text);
  const match = TIME.exec(text);
  if (match === null) return Number.NaN;
  return Date.parse(`${text.replace(' ', 'T')}${match.groups?.['zone'] === undefined ? 'Z' : ''}`);
}

function usage(message: string): ReadFilter {
  return { kind: 'usage', message };
}
