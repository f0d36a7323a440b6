/** What React Flow is told of the steps: where their cards are. Everything else a card reads by itself. */
import type { Node } from '@xyflow/react';
import type { GraphLayout } from '../../../src-engine/graph/layout/layout-types.ts';
import { CARD } from '../../../src-engine/graph/layout/layout-types.ts';

export type StepCardNode = Node<Record<string, never>, 'step'>;

/** Sizes are given as measured: React Flow draws the cards with their first frame, and never asks for room. */
export function cardNodes(ids: readonly string[] = [], layout?: GraphLayout): StepCardNode[] {
  return ids.map((id, index) => ({
    id,
    type: 'step',
    position: { ...(layout?.places[index] ?? { x: 0, y: 0 }) },
    ...CARD,
    measured: { ...CARD },
    data: {},
  }));
}
