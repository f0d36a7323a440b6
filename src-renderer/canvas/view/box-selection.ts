/** Takes what React Flow says of its selection, by box or with a key held, into the one selection of the window. */
import type { NodeChange } from '@xyflow/react';
import { selectSteps, useSelection } from '../../store/selection.ts';

export function selectWith(changes: readonly NodeChange[]): void {
  const selected = new Set(useSelection.getState().steps);
  let hasChanged = false;
  for (const change of changes) {
    if (change.type !== 'select' || change.selected === selected.has(change.id)) continue;
    hasChanged = true;
    if (change.selected) selected.add(change.id);
    else selected.delete(change.id);
  }
  if (hasChanged) selectSteps([...selected], 'canvas');
}
