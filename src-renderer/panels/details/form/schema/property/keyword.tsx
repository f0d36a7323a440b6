/** One keyword of a schema: text, or any value as JSON. An empty field takes it away. */
import { useId } from 'react';
import type { KeyPath } from '../../../../../../src-engine/template/edit/template-edit.ts';
import type { Json, JsonObject } from '../../../../../../src-engine/template/template.ts';
import fieldStyles from '../../fields/field.module.css';
import { jsonTrouble } from '../../fields/json-control.tsx';
import { useFormScope } from '../../state/form-scope.tsx';
import { helpFor } from '../../state/key-help.ts';
import { inShort, isList, own } from '../../state/key-path.ts';
import { useDraft } from '../../state/use-draft.ts';
import { valueContext } from '../../values/value-context.ts';
import styles from '../schema.module.css';

export interface KeywordProps {
  /** Of the schema it stands in. */
  readonly path: KeyPath;
  readonly schema: JsonObject;
  readonly label: string;
  readonly keyword: 'description' | 'default' | 'enum' | 'format';
}

/** The ones Tasker checks; it takes every other for a note. */
const FORMATS = ['date-time', 'ipv4', 'ipv6', 'uri'];

export function Keyword({ path, schema, label, keyword }: KeywordProps) {
  const id = useId();
  const scope = useFormScope();
  const context = valueContext(scope, scope.target);
  const at = [...path, keyword];
  const value = own(schema, keyword);
  const isText = keyword === 'description' || keyword === 'format';
  const isStrings = own(schema, 'type') === 'string';
  const read = isText ? readText : keyword === 'enum' ? readEnum(isStrings) : readDefault(isStrings);
  const { input, error } = useDraft({
    shown: value === undefined ? '' : printed(value, isText || isStrings),
    check: (text) => (text === '' || read(text) !== undefined ? null : troubleOf(text, keyword)),
    commit: (text) => (text === '' ? context.remove(at) : context.set(at, read(text) ?? null)),
  });
  return (
    <div className={styles['keyword']} title={helpFor('context', [keyword]).description}>
      <label htmlFor={id} className={styles['name']}>
        {keyword}
      </label>
      <input
        id={id}
        type="text"
        className={fieldStyles['input']}
        aria-label={`${keyword} of ${label}`}
        placeholder={
          keyword === 'enum'
            ? 'any value; e.g. new, paid'
            : keyword === 'default'
              ? 'none: must be given'
              : ''
        }
        autoComplete="off"
        spellCheck={keyword === 'description'}
        disabled={context.isLocked}
        {...(keyword === 'format' ? { list: `${id}-list` } : {})}
        {...input}
      />
      {keyword === 'format' && (
        <datalist id={`${id}-list`}>
          {FORMATS.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </datalist>
      )}
      {error !== null && (
        <span role="alert" className={fieldStyles['error']}>
          {error}
        </span>
      )}
    </div>
  );
}

function printed(value: Json, isText: boolean): string {
  if (isText && typeof value === 'string') return value;
  if (isList(value) && value.every((item) => typeof item !== 'object' && !String(item).includes(',')))
    return value.map(inShort).join(', ');
  return JSON.stringify(value);
}

function readText(text: string): Json {
  return text;
}

/** Where a text is wanted, what is typed is the text; otherwise it is JSON. */
function readDefault(isStrings: boolean): (text: string) => Json | undefined {
  return (text) => (isStrings ? text : parsed(text));
}

/** `a, b` as well as `["a", "b"]`. */
function readEnum(isStrings: boolean): (text: string) => Json | undefined {
  return (text) => {
    const whole = text.trim().startsWith('[') ? parsed(text) : undefined;
    if (whole !== undefined) return isList(whole) ? whole : undefined;
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => (isStrings ? item : (parsed(item) ?? item)));
  };
}

function parsed(text: string): Json | undefined {
  return jsonTrouble(text) === null ? (JSON.parse(text) as Json) : undefined;
}

function troubleOf(text: string, keyword: string): string {
  return keyword === 'enum' ? 'A list is needed: a, b, c' : (jsonTrouble(text) ?? '');
}
