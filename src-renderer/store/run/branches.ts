/** Which two runs of the tree are compared. */
import { create } from 'zustand';

export interface Branches {
  /** Ids of runs; null: none chosen. */
  readonly left: string | null;
  readonly right: string | null;
}

export const useBranches = create<Branches>(() => ({ left: null, right: null }));
