/** How the next run is to go, where it differs from what the scenario says. */
import { create } from 'zustand';

export type ProfileName = 'documented' | 'rails-1.0';

export interface RunSettings {
  /** Null: the scenario's, else 1. */
  readonly seed: number | null;
  /** Null: the scenario's, else documented. */
  readonly profile: ProfileName | null;
}

export const useRunSettings = create<RunSettings>(() => ({ seed: null, profile: null }));
