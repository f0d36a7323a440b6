/** The environments of the template: each with what it overrides, renamed, removed, added. */
import { X } from 'lucide-react';
import type { FormOverride } from '../../../../../src-engine/api/views/form-view.ts';
import fieldStyles from '../fields/field.module.css';
import { Field, FieldTool } from '../fields/field.tsx';
import { Picker } from '../fields/picker.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { knownKeys } from '../state/key-help.ts';
import { useDraft } from '../state/use-draft.ts';
import { useField } from '../state/use-field.ts';
import { addEnvironment, PATH, removeEnvironment } from './environment-edits.ts';
import styles from './template-form.module.css';

export function Environments() {
  const { part, lock, change } = useFormScope();
  const field = useField(PATH);
  const names = part.overrides.map(({ environment }) => environment);
  const offered = knownKeys('template', PATH).filter((name) => !names.includes(name));
  return (
    <Field
      field={field}
      isGroup
      note={names.length === 0 ? 'None: the template is the same everywhere.' : undefined}
    >
      {part.overrides.map((override) => (
        <EnvironmentRow key={override.environment} override={override} names={names} />
      ))}
      <Picker
        label="Add an environment"
        options={offered.map((value) => ({ value }))}
        takesAny
        isDisabled={lock !== null}
        onPick={(name) => void change(addEnvironment(part, name))}
      />
    </Field>
  );
}

interface EnvironmentRowProps {
  readonly override: FormOverride;
  readonly names: readonly string[];
}

function EnvironmentRow({ override, names }: EnvironmentRowProps) {
  const { lock, change } = useFormScope();
  const { environment } = override;
  const { input, error } = useDraft({
    shown: environment,
    check: (text) => nameTrouble(text.trim(), environment, names),
    commit: async (text) => {
      const outcome = await change({ kind: 'rename-key', path: [...PATH, environment], key: text.trim() });
      return outcome.kind === 'changed' ? null : outcome.message;
    },
  });
  return (
    <div className={styles['environment']}>
      <input
        type="text"
        className={fieldStyles['input']}
        aria-label={`Name of the environment ${environment}`}
        autoComplete="off"
        spellCheck={false}
        disabled={lock !== null}
        {...input}
      />
      <span className={styles['count']}>{countInWords(override)}</span>
      <FieldTool
        icon={X}
        label={`Remove the environment ${environment}`}
        isDisabled={lock !== null}
        onClick={() => void change(removeEnvironment(names, environment))}
      />
      {error !== null && (
        <span role="alert" className={fieldStyles['error']}>
          {error}
        </span>
      )}
    </div>
  );
}

function nameTrouble(name: string, own: string, names: readonly string[]): string | null {
  if (name === '') return 'An environment needs a name.';
  return name !== own && names.includes(name) ? `There is an environment ${name} already.` : null;
}

/** e.g. `2 keys, 1 step`. */
function countInWords({ given, others }: FormOverride): string {
  const keys = Object.keys(given).length;
  const parts = [
    ...(keys === 0 ? [] : [keys === 1 ? '1 key' : `${keys} keys`]),
    ...(others === 0 ? [] : [others === 1 ? '1 step' : `${others} steps`]),
  ];
  return parts.length === 0 ? 'nothing yet' : parts.join(', ');
}
