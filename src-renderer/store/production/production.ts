/** How the window stands with a production database: whether one is open, what it is, and what of it is looked at. */
import { create } from 'zustand';
import type { SavedConnection } from '../../platform/connections.ts';
import type { Facts, Trouble } from './types.ts';

export type ProductionPhase =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly saved: SavedConnection }
  /** The role may write: it is asked once whether to go on. */
  | { readonly kind: 'writable'; readonly saved: SavedConnection; readonly facts: Facts }
  | { readonly kind: 'failed'; readonly saved: SavedConnection; readonly trouble: Trouble }
  /** `id`: of the open connection; another one each time it is opened. */
  | { readonly kind: 'open'; readonly saved: SavedConnection; readonly facts: Facts; readonly id: string }
  /** It was closed from the other side: what was read stays on the screen. */
  | { readonly kind: 'lost'; readonly saved: SavedConnection; readonly facts: Facts };

export type ProductionView = 'overview' | 'tasks' | 'stuck' | 'drift';

export interface ProductionState {
  readonly phase: ProductionPhase;
  /** Whether the centre of the window shows production in the place of the template. */
  readonly isShown: boolean;
  readonly view: ProductionView;
  /** The task whose details are open; null: none. */
  readonly task: string | null;
  /** Whether its dialog for bringing it home is open. */
  readonly isBringingHome: boolean;
}

export const NO_PRODUCTION: ProductionState = {
  phase: { kind: 'none' },
  isShown: false,
  view: 'overview',
  task: null,
  isBringingHome: false,
};

export const useProduction = create<ProductionState>(() => NO_PRODUCTION);

/** Of the open connection; null while none is open. */
export const openConnection = ({ phase }: ProductionState): string | null =>
  phase.kind === 'open' ? phase.id : null;

/** Of the connection that is open, or was until the other side closed it. */
export const factsOf = ({ phase }: ProductionState): Facts | null =>
  phase.kind === 'open' || phase.kind === 'lost' ? phase.facts : null;

export const showsProduction = ({ phase, isShown }: ProductionState): boolean =>
  isShown && phase.kind !== 'none';

export function showProduction(change: Partial<Pick<ProductionState, 'view' | 'task'>> = {}): void {
  useProduction.setState({ ...change, isShown: true });
}

/** The connection stays open. */
export function hideProduction(): void {
  if (useProduction.getState().isShown) useProduction.setState({ isShown: false });
}

export function showTask(task: string | null): void {
  useProduction.setState({ task, isBringingHome: false });
}
