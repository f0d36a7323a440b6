/** The saved connections, and which of them is edited. Passwords stand in no store: whoever can read one could show it. */
import { create } from 'zustand';
import type { SavedConnection } from '../../platform/connections.ts';

export interface SavedState {
  /** Null until they were read. */
  readonly list: readonly SavedConnection[] | null;
  /** Why they could not be read or written. */
  readonly problem: string | null;
  /** Whether passwords outlive the window. */
  readonly canKeepSecrets: boolean;
}

export const useSaved = create<SavedState>(() => ({ list: null, problem: null, canKeepSecrets: false }));

export type EditedConnection =
  | { readonly kind: 'new' }
  /** With a new name, saved beside the other. */
  | { readonly kind: 'copy'; readonly of: SavedConnection }
  | { readonly kind: 'edit'; readonly saved: SavedConnection };

/** What the dialog is open for; null while it is closed. */
export const useEditedConnection = create<{ readonly edited: EditedConnection | null }>(() => ({
  edited: null,
}));

export function editConnection(edited: EditedConnection | null): void {
  useEditedConnection.setState({ edited });
}
