/** The properties of an object, and whether it may have others. */
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { JsonObject } from '../../../../../src-engine/template/template.ts';
import { useFormScope } from '../state/form-scope.tsx';
import { isMap, mapAt } from '../state/key-path.ts';
import { AddKey } from '../values/map-editor.tsx';
import { valueContext } from '../values/value-context.ts';
import { ExtraProperties } from './extra-properties.tsx';
import { PropertyRow } from './property/property-row.tsx';
import { addProperty } from './schema-edits.ts';
import styles from './schema.module.css';

export interface ObjectLevelProps {
  readonly path: KeyPath;
  readonly schema: JsonObject;
  /** What the object is called. */
  readonly label: string;
  readonly depth: number;
}

export function ObjectLevel({ path, schema, label, depth }: ObjectLevelProps) {
  const scope = useFormScope();
  const { lock, change, target } = scope;
  const properties = mapAt(schema, ['properties']);
  const level = { path, schema };
  const add = async (name: string): Promise<string | null> => {
    const outcome = await change(addProperty(target, level, name));
    return outcome.kind === 'changed' ? null : outcome.message;
  };
  return (
    <div className={styles['level']} role="group" aria-label={`Properties of ${label}`}>
      {Object.entries(properties).map(([name, property]) => (
        <PropertyRow
          key={name}
          level={level}
          name={name}
          property={isMap(property) ? property : {}}
          depth={depth}
        >
          {(inner) => <ObjectLevel {...inner} />}
        </PropertyRow>
      ))}
      <AddKey label={label} what="property" taken={properties} isDisabled={lock !== null} onAdd={add} />
      <ExtraProperties
        context={valueContext(scope, target)}
        path={[...path, 'additionalProperties']}
        schema={schema}
        label={label}
      />
    </div>
  );
}
