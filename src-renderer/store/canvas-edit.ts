/** What somebody is doing on the canvas just now: naming a step, drawing an edge, carrying a new step. */
import { create } from 'zustand';
import type { Point } from '../../src-engine/graph/layout/layout-types.ts';
import type { NewStepKind } from '../graph/new-step.ts';

/** An edge being drawn: one end is fixed to a step, the other follows the pointer. Places are those of the graph. */
export interface Wire {
  /** The end that does not move. */
  readonly fixed: string;
  /** Which end that is. */
  readonly fixedEnd: 'parent' | 'child';
  /** The edge that is being changed; absent for a new one. */
  readonly original?: { readonly from: string; readonly to: string };
  readonly pointer: Point;
  /** The step under the pointer; null over none. */
  readonly over: string | null;
  /** Why it cannot be dropped there; null where it can. */
  readonly refusal: string | null;
}

/** A new step on its way from the palette. */
export interface Carried {
  readonly kind: NewStepKind;
  /** In pixels of the window. */
  readonly pointer: Point;
  readonly over: DropTarget;
}

export type DropTarget =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pane' }
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'edge'; readonly from: string; readonly to: string };

export interface CanvasEditState {
  /** `id` of the step whose card holds a field for its name. */
  readonly naming: string | null;
  /** Whether the step was only just made: its class then follows its name. */
  readonly isNew: boolean;
  readonly wire: Wire | null;
  readonly carried: Carried | null;
}

export const useCanvasEdit = create<CanvasEditState>(() => ({
  naming: null,
  isNew: false,
  wire: null,
  carried: null,
}));

export function startNaming(naming: string, isNew = false): void {
  useCanvasEdit.setState({ naming, isNew });
}

export function stopNaming(): void {
  useCanvasEdit.setState({ naming: null, isNew: false });
}
