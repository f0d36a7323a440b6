/** The graph on the canvas: a model and the layout that belongs to it, always both of the same moment. */
import { create } from 'zustand';
import type { GraphModel } from '../../graph/graph-model.ts';
import type { GraphLayout } from '../../../src-engine/graph/layout/layout-types.ts';

export interface ShownGraph {
  readonly model: GraphModel;
  /** As it was computed. */
  readonly automatic: GraphLayout;
  /** With the cards that were moved by hand where they were put. */
  readonly layout: GraphLayout;
  /** The layout is the simple one, because somebody did not want to wait or the other one broke. */
  readonly isSimple: boolean;
  /** `load` of the document it was made from: another one is fitted into view. */
  readonly load: number;
}

export interface GraphState {
  readonly shown: ShownGraph | null;
  /** How many steps are being laid out; null while nothing is. */
  readonly working: number | null;
  /** The text cannot be read now: what is shown is the last graph that could be. */
  readonly isStale: boolean;
}

export const useGraph = create<GraphState>(() => ({ shown: null, working: null, isStale: false }));
