/** What a schema says of one value besides its type: the common keywords as fields, the others as a map, what is inside. */
import type { ReactNode } from 'react';
import type { KeyPath } from '../../../../../../src-engine/template/edit/template-edit.ts';
import type { JsonObject } from '../../../../../../src-engine/template/template.ts';
import { useFormScope } from '../../state/form-scope.tsx';
import { isMap, own } from '../../state/key-path.ts';
import { valueContext } from '../../values/value-context.ts';
import { ValueEditor } from '../../values/value-editor.tsx';
import { Keyword } from './keyword.tsx';
import type { ObjectLevelProps } from '../object-level.tsx';
import { PropertyProblems } from './property-problems.tsx';
import { PropertyType } from './property-type.tsx';
import styles from '../schema.module.css';

export interface PropertyBodyProps {
  readonly path: KeyPath;
  readonly schema: JsonObject;
  readonly label: string;
  readonly depth: number;
  readonly children: (inner: ObjectLevelProps) => ReactNode;
}

/** Keywords with controls of their own. */
const SHOWN: ReadonlySet<string> = new Set([
  'type',
  'description',
  'default',
  'enum',
  'format',
  'properties',
  'required',
  'additionalProperties',
  'items',
]);

export function PropertyBody(props: PropertyBodyProps) {
  const { path, schema, label, depth, children } = props;
  const scope = useFormScope();
  const type = own(schema, 'type');
  const isObject = type === 'object' || own(schema, 'properties') !== undefined;
  const rest = new Set(Object.keys(schema).filter((key) => !SHOWN.has(key)));
  return (
    <div className={styles['body']}>
      <Keyword path={path} schema={schema} label={label} keyword="description" />
      <Keyword path={path} schema={schema} label={label} keyword="default" />
      <Keyword path={path} schema={schema} label={label} keyword="enum" />
      {(type === 'string' || own(schema, 'format') !== undefined) && (
        <Keyword path={path} schema={schema} label={label} keyword="format" />
      )}
      {isObject && children({ path, schema, label, depth: depth + 1 })}
      {type === 'array' && <Items {...props} />}
      <details open={rest.size > 0}>
        <summary>{rest.size > 0 ? 'Other keywords' : 'Other keywords, such as pattern or minimum'}</summary>
        <ValueEditor
          context={valueContext(scope, scope.target)}
          path={path}
          label={label}
          value={schema}
          hidden={SHOWN}
        />
      </details>
    </div>
  );
}

/** Of arrays whose items all look the same; other forms stay as they are in the text. */
function Items({ path, schema, label, depth, children }: PropertyBodyProps) {
  const scope = useFormScope();
  const items = own(schema, 'items') ?? {};
  const at = [...path, 'items'];
  const name = `items of ${label}`;
  if (!isMap(items))
    return <ValueEditor context={valueContext(scope, scope.target)} path={at} label={name} value={items} />;
  return (
    <div className={styles['property']}>
      <div className={styles['head']}>
        <span className={styles['name']}>items</span>
        <PropertyType path={at} schema={items} label={name} />
      </div>
      <PropertyProblems path={at} isOpen />
      <PropertyBody path={at} schema={items} label={name} depth={depth + 1}>
        {children}
      </PropertyBody>
    </div>
  );
}
