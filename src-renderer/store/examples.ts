/** The examples that come with the workbench; read once, when the engine is there. */
import { create } from 'zustand';
import type { Example } from '../../src-engine/api/contract/template-schemas.ts';

export interface ExamplesState {
  /** Null until they were read. */
  readonly examples: readonly Example[] | null;
  /** Why they could not be read. */
  readonly problem: string | null;
}

export const useExamples = create<ExamplesState>(() => ({ examples: null, problem: null }));
