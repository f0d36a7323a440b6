/** Everything one attempt may say. What a field refuses is told by the engine when the scenario is read again. */
import { Trash2 } from 'lucide-react';
import type { Attempt } from '../../../../src-engine/simulate/scenario.ts';
import type { Json } from '../../../../src-engine/template/template.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { JsonText } from '../form/fields/json-control.tsx';
import type { OutcomeKind } from './attempt-kinds.ts';
import { ATTEMPT_LOOKS, OUTCOMES } from './attempt-kinds.ts';
import { DraftField } from './draft-field.tsx';
import styles from './faults.module.css';
import { durationTrouble, wholeTrouble } from './troubles.ts';

export interface AttemptFormProps {
  readonly title: string;
  readonly attempt: Attempt;
  readonly onChange: (attempt: Attempt) => void;
  readonly onRemove: () => void;
}

interface TextKey {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly check?: (text: string) => string | null;
  readonly isNumber?: boolean;
}

const MESSAGE: TextKey = { key: 'message', label: 'Message', hint: 'what the error says' };
const LATENCY: TextKey = {
  key: 'latency',
  label: 'Takes',
  hint: 'as the step, e.g. 2s',
  check: durationTrouble,
};
const RETRY_AFTER: TextKey = {
  key: 'retry_after',
  label: 'Retry after',
  hint: 'e.g. 30s',
  check: durationTrouble,
};

const FIELDS: Readonly<Record<OutcomeKind, readonly TextKey[]>> = {
  success: [LATENCY],
  nothing: [LATENCY],
  retryable_error: [RETRY_AFTER, MESSAGE, LATENCY],
  permanent_error: [MESSAGE, { key: 'error_code', label: 'Error code', hint: 'none' }, LATENCY],
  unexpected_error: [{ key: 'error_class', label: 'Class', hint: 'StandardError' }, MESSAGE, LATENCY],
  http: [
    { key: 'status', label: 'Status', hint: '503', check: wholeTrouble(100, 599), isNumber: true },
    RETRY_AFTER,
    LATENCY,
  ],
  timeout: [
    {
      key: 'after',
      label: 'Gives up after',
      hint: 'the template’s timeout, else 30s',
      check: durationTrouble,
    },
    MESSAGE,
  ],
  crash: [LATENCY],
};

const JSON_KEYS: Readonly<Partial<Record<OutcomeKind, string>>> = { success: 'results', http: 'body' };

export function AttemptForm({ title, attempt, onChange, onRemove }: AttemptFormProps) {
  const values = new Map<string, unknown>(Object.entries(attempt));
  const set = (key: string, value: Json | undefined): void => {
    const next = Object.fromEntries([...values].filter(([name]) => name !== key));
    // The engine checks the whole of it when it reads the text.
    onChange((value === undefined ? next : { ...next, [key]: value }) as Attempt);
  };
  const jsonKey = JSON_KEYS[attempt.outcome];
  return (
    <fieldset className={styles['form']}>
      <legend>{title}</legend>
      <Select
        label="What it does"
        value={attempt.outcome}
        options={OUTCOMES.map((kind) => ({
          value: kind,
          title: `${ATTEMPT_LOOKS[kind].sign}  ${ATTEMPT_LOOKS[kind].word}`,
        }))}
        onChange={(value) => {
          const kind = OUTCOMES.find((each) => each === value);
          if (kind !== undefined) onChange(ATTEMPT_LOOKS[kind].first);
        }}
      />
      {FIELDS[attempt.outcome].map(({ key, label, hint, check, isNumber = false }) => (
        <DraftField
          key={key}
          label={label}
          hint={hint}
          value={inWords(values.get(key))}
          check={check}
          onSet={(text) => set(key, text === '' ? undefined : isNumber ? Number(text) : text)}
        />
      ))}
      {jsonKey !== undefined && (
        <div className={styles['json']}>
          <span className={styles['label']}>{jsonKey === 'body' ? 'Body' : 'Results'}</span>
          <JsonText
            label={`${title}: ${jsonKey}`}
            value={values.get(jsonKey) as Json | undefined}
            isDisabled={false}
            onSet={async (value) => {
              set(jsonKey, value);
              return null;
            }}
          />
        </div>
      )}
      <Button look="quiet" icon={Trash2} onClick={onRemove}>
        Remove
      </Button>
    </fieldset>
  );
}

function inWords(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
