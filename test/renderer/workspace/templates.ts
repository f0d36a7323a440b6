/** Templates of a workspace as tests want them. */
import type { WorkspaceTemplate } from '../../../src-renderer/store/workspace.ts';

export function listed(
  shownPath: string,
  about: Partial<NonNullable<WorkspaceTemplate['summary']>> = {},
): WorkspaceTemplate {
  const summary = { name: 'order', steps: 1, errors: 0, warnings: 0, infos: 0, ...about };
  return { id: shownPath, shownPath, summary };
}

export function unreadable(shownPath: string, problem: string): WorkspaceTemplate {
  return { id: shownPath, shownPath, summary: null, problem };
}
