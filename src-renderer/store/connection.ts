/** How the page stands with the engine. */
import { create } from 'zustand';

export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready' }
  /** The line broke; it is being made again by itself. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** It will not come back by itself; `action` says what the user can do about it. */
  | { readonly kind: 'down'; readonly reason: string; readonly action: 'restart' | 'take-over' | 'reload' };

export interface Connection {
  readonly state: ConnectionState;
  /** e.g. `PGlite, PostgreSQL 18.6`; null until the engine said so. */
  readonly database: string | null;
  readonly version: string | null;
}

export const useConnection = create<Connection>(() => ({
  state: { kind: 'connecting' },
  database: null,
  version: null,
}));

/** What is said in the place of what only the engine knows. */
export const waitingWords = ({ state }: Connection): string =>
  state.kind === 'down' ? 'The engine is not available.' : 'The engine is starting…';
