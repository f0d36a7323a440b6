/** What is said between the page and the layout worker. */
import type { GraphShape } from '../graph-model.ts';
import type { Direction, GraphLayout } from './layout-types.ts';

export interface LayoutRequest {
  readonly id: number;
  readonly shape: GraphShape;
  readonly direction: Direction;
}

export type LayoutReply =
  | { readonly kind: 'done'; readonly id: number; readonly layout: GraphLayout }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
