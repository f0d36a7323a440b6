/** The signs of the steps as the run tells them. Pure. */
import type { StepFolds } from '../../store/run/step-fold.ts';
import { stateLook } from '../../ui/state/step-state.ts';
import type { StepPlace } from '../places/step-places.ts';
import type { Glyph } from './glyph-changes.ts';

/** By `id` of the step. A step the run has not spoken of has none. */
export function glyphsOf(steps: readonly StepPlace[], folds: StepFolds): ReadonlyMap<string, Glyph> {
  const glyphs = new Map<string, Glyph>();
  if (folds.size === 0) return glyphs;
  for (const { id, name, nameRange } of steps) {
    const fold = folds.get(name);
    if (fold === undefined) continue;
    const { state, attempt, retryLimit, error } = fold;
    const limit = retryLimit === null ? '' : ` of ${retryLimit}`;
    const tried = attempt === 0 ? '' : `, attempt ${attempt}${limit}`;
    const failure = error === null ? '' : `: ${error}`;
    glyphs.set(id, {
      line: nameRange.startLineNumber,
      state,
      words: `${stateLook(state).word}${tried}${failure}`,
    });
  }
  return glyphs;
}
