/** The name of a property, to be changed; `required` follows. */
import type { JsonObject } from '../../../../../../src-engine/template/template.ts';
import fieldStyles from '../../fields/field.module.css';
import { useFormScope } from '../../state/form-scope.tsx';
import { mapAt } from '../../state/key-path.ts';
import { useDraft } from '../../state/use-draft.ts';
import type { Level } from '../schema-edits.ts';
import { renameProperty } from '../schema-edits.ts';
import styles from '../schema.module.css';

export interface PropertyNameProps {
  readonly level: Level;
  readonly name: string;
}

export function PropertyName({ level, name }: PropertyNameProps) {
  const { lock, target, change } = useFormScope();
  const { input, error } = useDraft({
    shown: name,
    check: (text) => nameTrouble(text.trim(), name, level.schema),
    commit: async (text) => {
      const outcome = await change(renameProperty(target, level, name, text.trim()));
      return outcome.kind === 'changed' ? null : outcome.message;
    },
  });
  return (
    <span className={styles['title']}>
      <input
        type="text"
        className={fieldStyles['input']}
        aria-label={`Property ${name}`}
        autoComplete="off"
        spellCheck={false}
        disabled={lock !== null}
        {...input}
      />
      {error !== null && (
        <span role="alert" className={fieldStyles['error']}>
          {error}
        </span>
      )}
    </span>
  );
}

function nameTrouble(name: string, own: string, schema: JsonObject): string | null {
  if (name === '') return 'A property needs a name.';
  const isTaken = Object.hasOwn(mapAt(schema, ['properties']), name);
  return name !== own && isTaken ? `There is a property ${name} already.` : null;
}
