/** Problems of one level of a schema. Pure. */
import type { Problem } from '../../../../../../src-engine/template/problem.ts';
import { problemsBelow } from '../../state/use-field.ts';

/** Without those of what is inside it: these are shown there. */
export function directProblems(problems: readonly Problem[], pointer: string): readonly Problem[] {
  const inner = ['properties', 'items'].map((key) => `${pointer}/${key}/`);
  return problemsBelow(problems, pointer).filter(
    ({ path }) => !inner.some((start) => path.startsWith(start)),
  );
}
