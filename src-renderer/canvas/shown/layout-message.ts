/** What is said between the page and the layout worker. */
import type { GraphShape } from '../../../src-engine/graph/layout/layout-types.ts';
import type { Direction, GraphLayout } from '../../../src-engine/graph/layout/layout-types.ts';

export interface LayoutRequest {
  readonly id: number;
  readonly shape: GraphShape;
  readonly direction: Direction;
}

export type LayoutReply =
  | { readonly kind: 'done'; readonly id: number; readonly layout: GraphLayout }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
