/** What a breakpoint waits for; an empty field does not matter. */
import type { ReactNode } from 'react';
import { useId } from 'react';
import {
  OBSERVABILITY_EVENTS,
  STEP_EVENTS,
  TASK_EVENTS,
  WORKBENCH_EVENTS,
  WORKFLOW_EVENTS,
} from '../../../src-engine/events/names.ts';
import { useDocument } from '../../store/document.ts';
import type { Breakpoint } from '../../store/run/breakpoints.ts';
import styles from './moment.module.css';

const NAMES = [STEP_EVENTS, TASK_EVENTS, WORKFLOW_EVENTS, OBSERVABILITY_EVENTS, WORKBENCH_EVENTS].flatMap(
  (group) => Object.values(group),
);
const STATES = ['pending', 'in_progress', 'complete', 'error', 'cancelled', 'resolved_manually'];

export interface BreakpointFormProps {
  readonly breakpoint: Breakpoint;
  readonly onChange: (breakpoint: Breakpoint) => void;
}

export function BreakpointForm({ breakpoint, onChange }: BreakpointFormProps) {
  const steps = useDocument((state) => state.view.steps);
  const set = (key: 'event' | 'step' | 'state' | 'expression') => (value: string) => {
    const { [key]: _before, ...rest } = breakpoint;
    onChange(value.trim() === '' ? rest : { ...rest, [key]: value.trim() });
  };
  const setNumber = (key: 'attempt' | 'fromHit') => (value: string) => {
    const { [key]: _before, ...rest } = breakpoint;
    const number = Number(value);
    onChange(Number.isInteger(number) && number >= 1 ? { ...rest, [key]: number } : rest);
  };
  return (
    <div className={styles['form']}>
      <Field label="Event" value={breakpoint.event} onChange={set('event')} options={NAMES} hint="step.*" />
      <Field
        label="Step"
        value={breakpoint.step}
        onChange={set('step')}
        options={steps.map(({ name }) => name)}
      />
      <Field label="Moves to" value={breakpoint.state} onChange={set('state')} options={STATES} />
      <Field label="Attempt" value={breakpoint.attempt} onChange={setNumber('attempt')} isNumber />
      <Field
        label="Expression"
        value={breakpoint.expression}
        onChange={set('expression')}
        hint="payload.attempt_number > 1 && at > 5.0"
      />
      <Field label="From hit" value={breakpoint.fromHit} onChange={setNumber('fromHit')} isNumber />
      <p className={styles['nothing']}>
        The expression is CEL over <code>payload</code>, <code>name</code>, <code>seq</code> and{' '}
        <code>at</code> (seconds since the start).
      </p>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string | number | undefined;
  readonly onChange: (value: string) => void;
  readonly options?: readonly string[];
  readonly hint?: string;
  readonly isNumber?: boolean;
}

function Field({ label, value, onChange, options, hint, isNumber = false }: FieldProps): ReactNode {
  const id = useId();
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <input
        type={isNumber ? 'number' : 'text'}
        min={isNumber ? 1 : undefined}
        value={value ?? ''}
        placeholder={hint ?? 'any'}
        list={options === undefined ? undefined : id}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {options !== undefined && (
        <datalist id={id}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </datalist>
      )}
    </label>
  );
}
