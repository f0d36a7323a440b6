/** Filters of tasks that a person gave a name; kept by the browser like other preferences, for whatever database is open. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ProductionFilter } from './filter.ts';
import { NO_FILTER } from './filter.ts';

export interface SavedFilter {
  readonly name: string;
  readonly filter: ProductionFilter;
}

const FIRST: readonly SavedFilter[] = [
  { name: 'In error', filter: { ...NO_FILTER, states: ['error'] } },
  { name: 'Stuck', filter: { ...NO_FILTER, stuckOnly: true } },
];

export const useSavedFilters = create<{ readonly filters: readonly SavedFilter[] }>()(
  persist(() => ({ filters: FIRST }), { name: 'tasker-workbench:production-filters', version: 1 }),
);

/** Another one of that name is replaced. */
export function saveFilter(saved: SavedFilter): void {
  useSavedFilters.setState(({ filters }) => ({
    filters: [...filters.filter(({ name }) => name !== saved.name), saved],
  }));
}

export function forgetFilter(name: string): void {
  useSavedFilters.setState(({ filters }) => ({ filters: filters.filter((each) => each.name !== name) }));
}
