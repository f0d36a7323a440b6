/** Whether a property is in `required`, and whether it must be given: to Tasker these are not the same. */
import type { JsonObject } from '../../../../../../src-engine/template/template.ts';
import { useFormScope } from '../../state/form-scope.tsx';
import { textsAt } from '../../state/key-path.ts';
import type { Level } from '../schema-edits.ts';
import { dutyOf, requireProperty } from '../schema-edits.ts';
import styles from '../schema.module.css';

export interface DutyChoiceProps {
  readonly level: Level;
  readonly name: string;
  readonly property: JsonObject;
}

export function DutyChoice({ level, name, property }: DutyChoiceProps) {
  const { lock, target, change } = useFormScope();
  const isRequired = textsAt(level.schema, ['required']).includes(name);
  const duty = dutyOf(property, isRequired);
  return (
    <label className={styles['duty']}>
      <input
        type="checkbox"
        aria-label={`${name} is in required`}
        checked={isRequired}
        disabled={lock !== null}
        onChange={() => void change(requireProperty(target, level, name, !isRequired))}
      />
      <span>{duty.words}</span>
    </label>
  );
}
