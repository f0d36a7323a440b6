/** The chance of each fault for attempts that are not listed; what is left succeeds. */
import type { StepFaults } from '../../../../src-engine/simulate/scenario.ts';
import { DraftField } from './draft-field.tsx';
import styles from './faults.module.css';
import { chanceTrouble } from './troubles.ts';

type Chances = NonNullable<StepFaults['probabilities']>;

const FAULTS = [
  ['retryable_error', '↻ may be tried again'],
  ['permanent_error', '✗ fails for good'],
  ['unexpected_error', '! unexpected error'],
  ['timeout', '⏱ times out'],
  ['crash', '☠ worker crashes'],
] as const;

export interface ProbabilitiesProps {
  readonly value: Chances;
  readonly onChange: (value: Chances) => void;
}

export function Probabilities({ value, onChange }: ProbabilitiesProps) {
  const sum = FAULTS.reduce((total, [key]) => total + (value[key] ?? 0), 0);
  return (
    <div>
      {FAULTS.map(([key, label]) => (
        <DraftField
          key={key}
          label={label}
          hint="0"
          value={value[key] === undefined ? '' : String(value[key])}
          check={chanceTrouble}
          onSet={(text) => {
            const { [key]: _before, ...rest } = value;
            onChange(text === '' || Number(text) === 0 ? rest : { ...rest, [key]: Number(text) });
          }}
        />
      ))}
      <p className={styles['note']} data-bad={sum > 1}>
        {sum > 1
          ? `Together ${sum.toFixed(2)}: more than 1. The last ones will never be drawn.`
          : `✓ succeeds: ${Math.round((1 - sum) * 100)} %`}
      </p>
    </div>
  );
}
