/** Asks the text editor to show a place; who shows the text listens, and nobody here needs to know who that is. */
import type { TextRange } from '../../../src-engine/api/contract/template-schemas.ts';

export const REVEAL = 'workbench:reveal';

export function revealInText({ offset, length }: TextRange): void {
  window.dispatchEvent(new CustomEvent<TextRange>(REVEAL, { detail: { offset, length } }));
}
