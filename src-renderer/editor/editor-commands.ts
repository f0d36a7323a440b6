/**
 * What other parts of the page can do to the text. Works as soon as the editor is loaded; what needs its view (search,
 * focus, places) waits a moment for one that is just being shown. Nothing of Monaco is loaded from here.
 */
import type { TextChange, TextRange } from '../../src-engine/api/contract/template-schemas.ts';

/** What can be done without a view. */
export interface TextHandle {
  readonly applyEdits: (changes: readonly TextChange[]) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly remember: (step: UndoStep) => void;
}

/** Something that was done beside the text and can be undone with it, in its turn. */
export interface UndoStep {
  /** e.g. `Move cards`. */
  readonly title: string;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface ViewHandle {
  readonly find: () => void;
  readonly focus: () => void;
  readonly revealRange: (range: TextRange) => void;
}

/** Milliseconds within which a view must come up for a wish to still be meant. */
const PATIENCE = 3_000;

type Wish = keyof ViewHandle;

let text: TextHandle | null = null;
let view: ViewHandle | null = null;
const wishes = new Map<Wish, { readonly grant: (shown: ViewHandle) => void; readonly at: number }>();

export function setTextHandle(handle: TextHandle): void {
  text = handle;
}

/** Null when the view goes away. */
export function setViewHandle(handle: ViewHandle | null): void {
  view = handle;
  if (handle === null) return;
  for (const { grant, at } of wishes.values()) if (performance.now() - at < PATIENCE) grant(handle);
  wishes.clear();
}

/**
 * Applies changes of the text as one entry of the undo stack, all or none. False: nothing was changed, because the
 * editor is not loaded yet, or the changes overlap or lie outside of the text.
 */
export function applyEdits(changes: readonly TextChange[]): boolean {
  return text?.applyEdits(changes) ?? false;
}

export function undo(): void {
  text?.undo();
}

export function redo(): void {
  text?.redo();
}

/** Puts what was just done onto the one undo stack. Without an editor there is none, and it stays done. */
export function remember(step: UndoStep): void {
  text?.remember(step);
}

/** Opens the search. */
export function find(): void {
  wish('find', (shown) => shown.find());
}

export function focus(): void {
  wish('focus', (shown) => shown.focus());
}

/** Puts the cursor at the start of a range of the text and brings it into view. The selected step stays selected. */
export function revealRange(range: TextRange): void {
  wish('revealRange', (shown) => shown.revealRange(range));
}

function wish(name: Wish, grant: (shown: ViewHandle) => void): void {
  if (view !== null) grant(view);
  else wishes.set(name, { grant, at: performance.now() });
}
