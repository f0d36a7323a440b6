/** The configuration of a step's handler: the keys of an API step as fields, anything else as a map. */
import type { JsonObject } from '../../../../../../src-engine/template/template.ts';
import { BooleanField } from '../../fields/boolean-field.tsx';
import fieldStyles from '../../fields/field.module.css';
import { Field } from '../../fields/field.tsx';
import { JsonControl } from '../../fields/json-control.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useFormScope } from '../../state/form-scope.tsx';
import { isMap, own } from '../../state/key-path.ts';
import { knownKeys } from '../../state/key-help.ts';
import { useField } from '../../state/use-field.ts';
import { valueContext } from '../../values/value-context.ts';
import { ValueEditor } from '../../values/value-editor.tsx';
import { ApiMap } from './api-map.tsx';
import { apiSwitch } from './api-switch.ts';
import styles from '../step-form.module.css';

const PATH = ['handler_config'];
const API_KEYS: ReadonlySet<string> = new Set(knownKeys('step', PATH));

export function HandlerConfig() {
  const scope = useFormScope();
  const field = useField(PATH);
  const { value, isLocked } = field;
  const config = isMap(value) ? value : {};
  const isApi = own(config, 'type') === 'api';
  // What a key says is wrong stands below that key.
  const whole = {
    ...field,
    problems: isApi ? field.problems.filter(({ path }) => !isBelow(path)) : field.problems,
  };
  if (value !== undefined && !isMap(value))
    return (
      <Field field={whole}>
        <JsonControl field={field} />
      </Field>
    );
  return (
    <Field
      field={whole}
      isGroup
      note={value === undefined ? 'The handler gets no configuration.' : undefined}
    >
      <label className={styles['switch']}>
        <input
          type="checkbox"
          role="switch"
          checked={isApi}
          aria-checked={isApi}
          disabled={isLocked}
          onChange={() => void scope.change(apiSwitch(scope.target, value, !isApi))}
        />
        <span>
          API step (<code>type: api</code>)
        </span>
      </label>
      {isApi && <ApiFields />}
      <OtherKeys config={config} isApi={isApi} />
    </Field>
  );
}

function ApiFields() {
  return (
    <div className={styles['api']}>
      <TextField path={[...PATH, 'url']} note={<UrlNote />} />
      <ApiMap path={[...PATH, 'params']} />
      <ApiMap path={[...PATH, 'headers']} />
      <ApiMap path={[...PATH, 'ssl']} />
      <BooleanField path={[...PATH, 'enable_exponential_backoff']} />
      <TextField path={[...PATH, 'retry_delay']} note="Accepted and never used." />
    </div>
  );
}

function UrlNote() {
  const { value } = useField([...PATH, 'url']);
  return value === undefined ? 'Needed: without it every attempt fails.' : null;
}

function OtherKeys({ config, isApi }: { readonly config: JsonObject; readonly isApi: boolean }) {
  const scope = useFormScope();
  const hidden = isApi ? API_KEYS : new Set<string>();
  const isEmpty = Object.keys(config).every((key) => hidden.has(key));
  return (
    <details className={styles['others']} open={!isEmpty}>
      <summary>{isApi ? 'Other keys' : 'Keys handed to the handler'}</summary>
      {isApi && !isEmpty && (
        <p className={fieldStyles['note']}>Dropped: of an API step only the keys above survive.</p>
      )}
      <ValueEditor
        context={valueContext(scope, scope.target)}
        path={PATH}
        label="handler_config"
        value={config}
        hidden={hidden}
      />
    </details>
  );
}

function isBelow(path: string): boolean {
  const key = /\/handler_config\/([^/]+)/.exec(path)?.[1];
  return key !== undefined && API_KEYS.has(key);
}
