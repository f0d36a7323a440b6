/** The type of a value, to be changed. */
import type { ValueProps } from './value-context.ts';
import { typeOf, VALUE_TYPES, withType } from './value-type.ts';
import styles from './value.module.css';

export function TypeChoice({ context, path, label, value }: ValueProps) {
  const type = typeOf(value);
  return (
    <select
      className={styles['type']}
      aria-label={`Type of ${label}`}
      value={type}
      disabled={context.isLocked}
      onChange={({ target }) => {
        const next = VALUE_TYPES.find((each) => each === target.value);
        if (next !== undefined) void context.set(path, withType(value, next));
      }}
    >
      {VALUE_TYPES.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}
