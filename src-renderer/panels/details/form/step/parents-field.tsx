/** What the step waits for, whichever of the two keys says it: chips to go to or to take out, and a list to add from. */
import { useMemo } from 'react';
import type { TemplateView } from '../../../../../src-engine/api/contract/template-schemas.ts';
import { refusalInWords, refusedConnection } from '../../../../../src-engine/graph/connection.ts';
import { useDocument } from '../../../../store/document.ts';
import { selectStep } from '../../../../store/selection.ts';
import field from '../fields/field.module.css';
import { Field } from '../fields/field.tsx';
import { ChipRemove } from '../fields/names-field.tsx';
import type { PickerOption } from '../fields/picker.tsx';
import { Picker } from '../fields/picker.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { useField } from '../state/use-field.ts';
import type { WrittenParent } from './parents.ts';
import { removeParent, writtenParents } from './parents.ts';
import styles from './step-form.module.css';

export function ParentsField({ id }: { readonly id: string }) {
  const view = useDocument((state) => state.view);
  const { part, lock, change } = useFormScope();
  const one = useField(['depends_on_step']);
  const many = useField(['depends_on_steps']);
  const parents = useMemo(() => writtenParents(part.base), [part.base]);
  const options = useMemo(() => parentOptions(view, id), [view, id]);
  // Two keys, one question: the help is that of the list, the problems are those of both.
  const both = {
    ...many,
    facts: many.facts ?? one.facts,
    problems: [...one.problems, ...many.problems],
    override: many.override ?? one.override,
  };
  return (
    <Field
      field={both}
      label="depends_on_step, depends_on_steps"
      isGroup
      isKept
      note={parents.length === 0 ? 'A root: it starts with the task.' : undefined}
    >
      <ul className={field['chips']}>
        {parents.map((parent) => (
          <ParentChip
            key={parent.name}
            parent={parent}
            step={view.steps.find(({ name }) => name === parent.name)?.id}
            isDisabled={lock !== null}
            onRemove={(from) => void change(removeParent(part, parent, from, id))}
          />
        ))}
      </ul>
      <Picker
        label="Add a parent"
        options={options}
        isDisabled={lock !== null}
        onPick={(from) => void change({ kind: 'connect', from, to: id })}
      />
    </Field>
  );
}

interface ParentChipProps {
  readonly parent: WrittenParent;
  /** Undefined: no step has this name. */
  readonly step: string | undefined;
  readonly isDisabled: boolean;
  readonly onRemove: (step: string | undefined) => void;
}

function ParentChip({ parent, step, isDisabled, onRemove }: ParentChipProps) {
  const { name } = parent;
  return (
    <li className={field['chip']}>
      {step === undefined ? (
        <span className={styles['unknown']} title="No step has this name">
          {name}
        </span>
      ) : (
        <button type="button" className={styles['go']} onClick={() => selectStep(step, 'details')}>
          {name}
        </button>
      )}
      <ChipRemove name={name} isDisabled={isDisabled} onRemove={() => onRemove(step)} />
    </li>
  );
}

/** All other steps; those that would close a cycle with the way they would close. */
function parentOptions({ steps, edges }: TemplateView, id: string): readonly PickerOption[] {
  const own = new Set(edges.filter(({ to }) => to === id).map(({ from }) => from));
  const waiting = descendants(edges, id);
  return steps
    .filter((step) => step.id !== id && !own.has(step.id))
    .map(({ id: value }) => ({
      value,
      refusal: waiting.has(value) ? () => wordsOf(edges, value, id) : undefined,
    }));
}

function wordsOf(edges: TemplateView['edges'], from: string, to: string): string {
  const refusal = refusedConnection(edges, from, to);
  return refusal === null ? '' : refusalInWords(refusal, from, to);
}

/** Once for all steps: asking for each of them would walk the graph as often as there are steps. */
function descendants(edges: TemplateView['edges'], id: string): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = children.get(from);
    if (known === undefined) children.set(from, [to]);
    else known.push(to);
  }
  const found = new Set([id]);
  for (const at of found) for (const to of children.get(at) ?? []) found.add(to);
  return found;
}
