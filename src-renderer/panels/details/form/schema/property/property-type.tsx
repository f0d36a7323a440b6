/** The JSON type of a value in the schema. */
import type { KeyPath } from '../../../../../../src-engine/template/edit/template-edit.ts';
import type { JsonObject } from '../../../../../../src-engine/template/template.ts';
import { useFormScope } from '../../state/form-scope.tsx';
import { inShort, isList, own } from '../../state/key-path.ts';
import { JSON_TYPES, retype } from '../schema-edits.ts';
import valueStyles from '../../values/value.module.css';

export interface PropertyTypeProps {
  readonly path: KeyPath;
  readonly schema: JsonObject;
  readonly label: string;
}

export function PropertyType({ path, schema, label }: PropertyTypeProps) {
  const { lock, target, change } = useFormScope();
  const type = own(schema, 'type');
  // Several types, or none: shown as they are, and kept until another one is chosen.
  const shown = typeof type === 'string' ? type : isList(type) ? type.map(inShort).join(' or ') : 'any';
  const options = [...new Set([shown, ...JSON_TYPES])];
  return (
    <select
      className={valueStyles['type']}
      aria-label={`Type of ${label}`}
      value={shown}
      disabled={lock !== null}
      onChange={({ target: { value } }) => void change(retype(target, path, schema, value))}
    >
      {options.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}
