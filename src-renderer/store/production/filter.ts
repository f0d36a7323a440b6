/** What tasks are asked for, as a person says it; made into what the engine is asked, and into words. Pure. */
import type { TaskFilter } from './types.ts';

export interface ProductionFilter {
  readonly states: readonly string[];
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly age: Age;
  /** A part of the context as text. */
  readonly context: string;
  readonly stuckOnly: boolean;
}

export const NO_FILTER: ProductionFilter = {
  states: [],
  namespace: '',
  name: '',
  version: '',
  age: 'any',
  context: '',
  stuckOnly: false,
};

const HOUR_MS = 3_600_000;

/** By when a task was created; `isOlder`: before that time, else after it. */
export const AGES = {
  any: { title: 'Any age', words: '', ms: 0, isOlder: false },
  hour: { title: 'Last hour', words: 'of the last hour', ms: HOUR_MS, isOlder: false },
  day: { title: 'Last 24 hours', words: 'of the last 24 hours', ms: 24 * HOUR_MS, isOlder: false },
  week: { title: 'Last 7 days', words: 'of the last 7 days', ms: 7 * 24 * HOUR_MS, isOlder: false },
  olderHour: { title: 'Older than an hour', words: 'older than an hour', ms: HOUR_MS, isOlder: true },
  olderDay: { title: 'Older than a day', words: 'older than a day', ms: 24 * HOUR_MS, isOlder: true },
  olderWeek: { title: 'Older than a week', words: 'older than a week', ms: 7 * 24 * HOUR_MS, isOlder: true },
} as const;

export type Age = keyof typeof AGES;

/** @param nowMs The ages are counted back from here. */
export function askedFilter(filter: ProductionFilter, nowMs: number): TaskFilter {
  const { ms, isOlder } = AGES[filter.age];
  const edge = new Date(nowMs - ms).toISOString();
  return {
    ...(filter.states.length === 0 ? {} : { states: [...filter.states] }),
    ...written('namespace', filter.namespace),
    ...written('name', filter.name),
    ...written('version', filter.version),
    ...written('context', filter.context),
    ...(filter.age === 'any' ? {} : isOlder ? { createdBefore: edge } : { createdAfter: edge }),
    ...(filter.stuckOnly ? { stuckOnly: true } : {}),
  };
}

function written(key: 'namespace' | 'name' | 'version' | 'context', text: string): TaskFilter {
  const trimmed = text.trim();
  return trimmed === '' ? {} : { [key]: trimmed };
}

/** e.g. `stuck tasks in error, of the last 24 hours, named charge, in namespace billing`. */
export function filterWords(filter: ProductionFilter): string {
  const states = filter.states.map((state) => state.replaceAll('_', ' '));
  const parts = [
    `${filter.stuckOnly ? 'stuck' : 'all'} tasks${states.length === 0 ? '' : ` in state ${alternatives(states)}`}`,
    AGES[filter.age].words,
    ...said('named', filter.name),
    ...said('in namespace', filter.namespace),
    ...said('version', filter.version),
    ...said('with context that contains', quoted(filter.context)),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function said(what: string, text: string): readonly string[] {
  return text.trim() === '' ? [] : [`${what} ${text.trim()}`];
}

function quoted(text: string): string {
  return text.trim() === '' ? '' : `“${text.trim()}”`;
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

export function isFiltering(filter: ProductionFilter): boolean {
  return JSON.stringify(askedFilter(filter, 0)) !== '{}';
}
