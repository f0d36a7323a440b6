/** The schema of the context as a tree of properties. */
import fieldStyles from '../fields/field.module.css';
import { Field } from '../fields/field.tsx';
import { JsonControl } from '../fields/json-control.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { isMap } from '../state/key-path.ts';
import { useField } from '../state/use-field.ts';
import { ObjectLevel } from './object-level.tsx';

const PATH = ['schema'];
/** A schema that nothing is said of yet: with it Tasker refuses every context but an empty one. */
const FRESH = { type: 'object', properties: { id: { type: 'integer' } } };

export function SchemaEditor() {
  const { lock } = useFormScope();
  const whole = useField(PATH);
  // What is wrong with a property stands below that property.
  const field = {
    ...whole,
    problems: whole.problems.filter(({ path }) => !path.startsWith('/schema/properties/')),
  };
  const { value } = field;
  if (value === undefined)
    return (
      <Field field={field} isGroup note="None: every context is accepted, as long as it is not empty.">
        <span>
          <button
            type="button"
            className={fieldStyles['action']}
            disabled={lock !== null}
            onClick={() => void field.set(FRESH)}
          >
            Describe the context
          </button>
        </span>
      </Field>
    );
  if (!isMap(value))
    return (
      <Field field={field}>
        <JsonControl field={field} />
      </Field>
    );
  return (
    <Field
      field={field}
      isGroup
      note="Tasker reads it strictly: what is listed must be given unless it has a default, and what is not listed is refused."
    >
      <ObjectLevel path={PATH} schema={value} label="the context" depth={0} />
    </Field>
  );
}
