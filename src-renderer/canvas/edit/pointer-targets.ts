/** What of the graph lies under the pointer. */
import type { DropTarget } from '../../store/canvas-edit.ts';

/** @param x, y In pixels of the window. */
export function targetAt(x: number, y: number): DropTarget {
  const element = document.elementFromPoint(x, y);
  if (element === null) return { kind: 'nothing' };
  return targetOf(element);
}

export function targetOf(element: Element): DropTarget {
  const step = element.closest('.react-flow__node')?.getAttribute('data-id');
  if (step != null) return { kind: 'step', id: step };
  const edge = element.closest('[data-from]');
  const [from, to] = [edge?.getAttribute('data-from'), edge?.getAttribute('data-to')];
  if (from != null && to != null) return { kind: 'edge', from, to };
  return element.closest('#canvas') === null ? { kind: 'nothing' } : { kind: 'pane' };
}
