/** What is wrong with one value of a schema. */
import type { KeyPath } from '../../../../../../src-engine/template/edit/template-edit.ts';
import type { Problem } from '../../../../../../src-engine/template/problem.ts';
import { FieldProblems } from '../../fields/field-problems.tsx';
import { useFormScope } from '../../state/form-scope.tsx';
import { pointerOf } from '../../state/key-path.ts';
import { problemsBelow } from '../../state/use-field.ts';

export interface PropertyProblemsProps {
  readonly path: KeyPath;
  /** What is inside shows its own problems. */
  readonly isOpen: boolean;
}

export function PropertyProblems({ path, isOpen }: PropertyProblemsProps) {
  const { problems, part } = useFormScope();
  const pointer = pointerOf([...part.path, ...path]);
  const own = problemsBelow(problems, pointer);
  return <FieldProblems problems={isOpen ? direct(own, pointer) : own} />;
}

function direct(problems: readonly Problem[], pointer: string): readonly Problem[] {
  const inner = ['properties', 'items'].map((key) => `${pointer}/${key}/`);
  return problems.filter(({ path }) => !inner.some((start) => path.startsWith(start)));
}
