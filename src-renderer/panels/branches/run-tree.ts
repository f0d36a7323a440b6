/** The runs of the sandbox as a tree, flat and in order: each after the one it came from. Pure. */
import type { RunView } from '../../../src-engine/api/contract/run-schemas.ts';
import { copiedTask } from '../../store/run/copied-task.ts';

export interface TreeRow {
  readonly view: RunView;
  readonly depth: number;
  /** `Run`, `Copy`, `Fork 2`, `Beside`: how it is called in the tree. */
  readonly name: string;
}

export function treeRows(views: readonly RunView[]): readonly TreeRow[] {
  const names = new Map(views.map((view, index) => [view.run, nameOf(view, index)]));
  const rowsOf = (parent: string | null, depth: number): readonly TreeRow[] =>
    views
      .filter((view) => view.parent === parent)
      .flatMap((view) => [
        { view, depth, name: names.get(view.run) ?? view.run },
        ...rowsOf(view.run, depth + 1),
      ]);
  return rowsOf(null, 0);
}

function nameOf(view: RunView, index: number): string {
  const { parent, forkedAfter, profile } = view;
  if (parent === null) return copiedTask(view) === null ? 'Run' : 'Copy';
  return forkedAfter === 0 ? `Beside: ${profile}` : `Fork ${index}`;
}
