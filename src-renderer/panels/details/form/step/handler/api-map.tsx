/** A map in the configuration of an API step, such as its headers. */
import type { KeyPath } from '../../../../../../src-engine/template/edit/template-edit.ts';
import type { JsonObject } from '../../../../../../src-engine/template/template.ts';
import fieldStyles from '../../fields/field.module.css';
import { Field } from '../../fields/field.tsx';
import { JsonControl } from '../../fields/json-control.tsx';
import { useFormScope } from '../../state/form-scope.tsx';
import { isMap } from '../../state/key-path.ts';
import { useField } from '../../state/use-field.ts';
import { valueContext } from '../../values/value-context.ts';
import { ValueEditor } from '../../values/value-editor.tsx';

/** What an API handler sends by itself as long as no template configures it. */
const USUAL_HEADERS: JsonObject = { 'Content-Type': 'application/json', Accept: 'application/json' };

export function ApiMap({ path }: { readonly path: KeyPath }) {
  const scope = useFormScope();
  const field = useField(path);
  const { value, isLocked } = field;
  const name = String(path.at(-1));
  if (value !== undefined && !isMap(value))
    return (
      <Field field={field}>
        <JsonControl field={field} />
      </Field>
    );
  const missing = value === undefined && name === 'headers';
  return (
    <Field
      field={field}
      isGroup
      note={missing ? 'No header is sent, not even the usual JSON ones.' : undefined}
    >
      <ValueEditor context={valueContext(scope, scope.target)} path={path} label={name} value={value ?? {}} />
      {missing && (
        <span>
          <button
            type="button"
            className={fieldStyles['action']}
            disabled={isLocked}
            onClick={() => void field.set(USUAL_HEADERS)}
          >
            Add the usual JSON headers
          </button>
        </span>
      )}
    </Field>
  );
}
