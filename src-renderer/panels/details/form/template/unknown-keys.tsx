/** Keys that Tasker tolerates and reads nothing from: they are shown, kept, and can be edited or taken away. */
import { Block } from '../../facts.tsx';
import fieldStyles from '../fields/field.module.css';
import { FieldProblems } from '../fields/field-problems.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { helpFor, knownKeys } from '../state/key-help.ts';
import { pointerOf } from '../state/key-path.ts';
import { problemsBelow } from '../state/use-field.ts';
import { valueContext } from '../values/value-context.ts';
import { ValueEditor } from '../values/value-editor.tsx';

export function UnknownKeys() {
  const scope = useFormScope();
  const { kind, part, target, problems } = scope;
  const read = new Set(knownKeys(kind).filter((key) => !helpFor(kind, [key]).isNote));
  const notes = Object.keys(part.base).filter((key) => !read.has(key));
  if (notes.length === 0) return null;
  const own = notes.flatMap((key) => problemsBelow(problems, pointerOf([...part.path, key])));
  return (
    <Block title="Notes">
      <p className={fieldStyles['note']}>Kept as a note, nothing reads it.</p>
      <ul className={fieldStyles['note']}>
        {notes
          .filter((key) => helpFor(kind, [key]).isNote)
          .map((key) => (
            <li key={key}>
              <code>{key}</code>: {helpFor(kind, [key]).description}
            </li>
          ))}
      </ul>
      <ValueEditor
        context={valueContext(scope, target)}
        path={[]}
        label="Notes"
        value={part.base}
        hidden={read}
      />
      <FieldProblems problems={own} />
    </Block>
  );
}
