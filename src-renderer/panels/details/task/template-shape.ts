/** A template in four numbers. Pure. */
import type { TemplateView } from '../../../../src-engine/api/contract/template-schemas.ts';

export interface TemplateShape {
  readonly steps: number;
  /** Steps of the longest chain; 0 where there are none. */
  readonly depth: number;
  readonly roots: number;
  readonly leaves: number;
}

export function shapeOf({ steps, edges }: TemplateView): TemplateShape {
  const waiting = new Set(edges.map(({ to }) => to));
  const waitedFor = new Set(edges.map(({ from }) => from));
  return {
    steps: steps.length,
    depth: steps.reduce((deepest, { level }) => Math.max(deepest, level + 1), 0),
    roots: steps.filter(({ id }) => !waiting.has(id)).length,
    leaves: steps.filter(({ id }) => !waitedFor.has(id)).length,
  };
}
