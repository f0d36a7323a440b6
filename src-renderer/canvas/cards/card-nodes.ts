/** What React Flow is told of the steps: where their cards are and which are selected. The rest a card reads by itself. */
import type { Node } from '@xyflow/react';
import type { GraphLayout } from '../../../src-engine/graph/layout/layout-types.ts';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';

export type StepCardNode = Node<Record<string, never>, 'step'>;

type CardNodes = (
  ids: readonly string[] | undefined,
  layout: GraphLayout | undefined,
  selected: readonly string[],
) => StepCardNode[];

/** Makes the cards of one canvas: one that did not change since the last time is the same object, and is not drawn anew. */
export function rememberingCards(): CardNodes {
  let last: readonly StepCardNode[] = [];
  return (ids = [], layout, selected) => {
    const isSelected = new Set(selected);
    const nodes = ids.map((id, index) => {
      const { x, y } = layout?.places[index] ?? { x: 0, y: 0 };
      const known = last[index];
      const isKnown = known?.id === id && known.position.x === x && known.position.y === y;
      return isKnown && known.selected === isSelected.has(id)
        ? known
        : cardNode(id, x, y, isSelected.has(id));
    });
    last = nodes;
    return nodes;
  };
}

/** Its size is given as measured: React Flow draws the cards with their first frame, and never asks for room. */
function cardNode(id: string, x: number, y: number, selected: boolean): StepCardNode {
  return { id, type: 'step', position: { x, y }, ...CARD, measured: { ...CARD }, selected, data: {} };
}
