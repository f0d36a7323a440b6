/** The folder that is open as a workspace, and the templates in it. */
import { create } from 'zustand';
import type { TemplateSummary } from '../../src-engine/api/contract/template-schemas.ts';
import type { Folder } from '../platform/platform.ts';

export interface WorkspaceTemplate {
  /** Of the file; `openById` opens it. */
  readonly id: string;
  /** From the folder, with forward slashes. */
  readonly shownPath: string;
  /** Null for a file that cannot be read. */
  readonly summary: TemplateSummary | null;
  /** Why it cannot be read. */
  readonly problem?: string;
}

export interface WorkspaceState {
  readonly folder: Folder | null;
  /** In the order of their paths. */
  readonly templates: readonly WorkspaceTemplate[];
  /** What is not in the list, in sentences. */
  readonly notes: readonly string[];
  /** Why the folder cannot be listed; null when it can. */
  readonly problem: string | null;
  /** For the first time: later readings leave the list as it is until they are done. */
  readonly isReading: boolean;
}

export const NO_WORKSPACE: WorkspaceState = {
  folder: null,
  templates: [],
  notes: [],
  problem: null,
  isReading: false,
};

export const useWorkspace = create<WorkspaceState>(() => NO_WORKSPACE);
