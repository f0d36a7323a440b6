/** One key of a form: its value, what is known about it, and how it is set or taken away. */
import { useId, useMemo } from 'react';
import type { FormPart } from '../../../../../src-engine/api/views/form-view.ts';
import type { ValueFacts } from '../../../../../src-engine/api/views/value-facts.ts';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Problem } from '../../../../../src-engine/template/problem.ts';
import type { Json } from '../../../../../src-engine/template/template.ts';
import { useFormScope } from './form-scope.tsx';
import type { KeyHelp } from './key-help.ts';
import { helpFor } from './key-help.ts';
import { pointerOf, valueAt } from './key-path.ts';

export interface FieldState {
  /** Of its control; `${id}-help` and `${id}-notes` describe it. */
  readonly id: string;
  readonly path: KeyPath;
  /** Undefined: not given. */
  readonly value: Json | undefined;
  readonly facts: ValueFacts | undefined;
  readonly help: KeyHelp;
  /** About the value and all below it. */
  readonly problems: readonly Problem[];
  readonly isLocked: boolean;
  /** The chosen environment and its own value, when it has one: then the value of the form does not count there. */
  readonly override: { readonly environment: string; readonly value: Json } | null;
  /** Null, or why it was refused. */
  readonly set: (value: Json) => Promise<string | null>;
  readonly reset: () => Promise<string | null>;
}

/** @param path From the template or the step. */
export function useField(path: KeyPath): FieldState {
  const { kind, part, problems, lock, environment, target, change } = useFormScope();
  const id = useId();
  const pointer = pointerOf([...part.path, ...path]);
  const own = useMemo(() => problemsBelow(problems, pointer), [problems, pointer]);
  const run = async (edit: Parameters<typeof change>[0]): Promise<string | null> => {
    const outcome = await change(edit);
    return outcome.kind === 'changed' ? null : outcome.message;
  };
  return {
    id,
    path,
    value: valueAt(part.base, path),
    facts: part.facts[pointer],
    help: helpFor(kind, path),
    problems: own,
    isLocked: lock !== null,
    override: overrideOf(part, environment, path),
    set: (value) => run(target.set(path, value)),
    reset: () => run(target.remove(path)),
  };
}

function overrideOf(part: FormPart, environment: string | null, path: KeyPath): FieldState['override'] {
  const given = part.overrides.find((override) => override.environment === environment)?.given;
  const value = valueAt(given, path);
  return environment === null || value === undefined ? null : { environment, value };
}

export function problemsBelow(problems: readonly Problem[], pointer: string): readonly Problem[] {
  return problems.filter(({ path }) => path === pointer || path.startsWith(`${pointer}/`));
}
