/** What stands around every control: the key, its help, where it stands in the text, the way back to the default, problems. */
import type { LucideIcon } from 'lucide-react';
import { CircleHelp, RotateCcw, TextSelect } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { revealInText } from '../../../problems/reveal.ts';
import { inShort } from '../state/key-path.ts';
import type { FieldState } from '../state/use-field.ts';
import styles from './field.module.css';
import { FieldProblems } from './field-problems.tsx';

export interface FieldProps {
  readonly field: FieldState;
  /** Default: the last key of the path. */
  readonly label?: string;
  /** Why what was typed is not taken. */
  readonly error?: string | null;
  /** What the value means, or the trap in it. */
  readonly note?: ReactNode;
  /** Several controls instead of one: named as a group. */
  readonly isGroup?: boolean;
  /** It cannot be taken away as a whole. Default: what is required cannot. */
  readonly isKept?: boolean;
  readonly children: ReactNode;
}

export function Field(props: FieldProps) {
  const { field, label, error = null, note, isGroup = false, isKept, children } = props;
  const [showsHelp, setShowsHelp] = useState(false);
  const { id, path, help, override } = field;
  const name = label ?? String(path.at(-1));
  const group = isGroup ? { role: 'group', 'aria-labelledby': `${id}-label` } : {};
  return (
    <div className={styles['field']} data-key={path.join('.')} {...group}>
      <div className={styles['top']}>
        <label id={`${id}-label`} className={styles['label']} {...(isGroup ? {} : { htmlFor: id })}>
          {name}
        </label>
        {help.isRequired && <span className={styles['required']}>required</span>}
        <FieldTools
          field={field}
          name={name}
          isKept={isKept ?? help.isRequired}
          showsHelp={showsHelp}
          onHelp={() => setShowsHelp(!showsHelp)}
        />
      </div>
      {children}
      <p id={`${id}-help`} className={showsHelp ? styles['help'] : 'unseen'}>
        {help.description}
      </p>
      <div id={`${id}-notes`} className={styles['notes']}>
        {note !== undefined && note !== null && <div className={styles['note']}>{note}</div>}
        {override !== null && (
          <p className={styles['note']}>
            Not in {override.environment}: there it is <code>{inShort(override.value)}</code>.
          </p>
        )}
        {error !== null && (
          <p role="alert" className={styles['error']}>
            {error}
          </p>
        )}
        <FieldProblems problems={field.problems} />
      </div>
    </div>
  );
}

interface FieldToolsProps {
  readonly field: FieldState;
  readonly name: string;
  readonly isKept: boolean;
  readonly showsHelp: boolean;
  readonly onHelp: () => void;
}

function FieldTools({ field, name, isKept, showsHelp, onHelp }: FieldToolsProps) {
  const { facts, value, help, isLocked, reset } = field;
  const isGiven = value !== undefined;
  const back =
    help.default === undefined ? `Take ${name} away` : `Reset ${name} to default: ${inShort(help.default)}`;
  return (
    <span className={styles['tools']}>
      {isGiven && !isKept && (
        <FieldTool icon={RotateCcw} label={back} isDisabled={isLocked} onClick={() => void reset()} />
      )}
      {facts !== undefined && (
        <FieldTool
          icon={TextSelect}
          label={`Show ${name} in text`}
          onClick={() => revealInText(facts.range)}
        />
      )}
      {help.description !== '' && (
        <FieldTool icon={CircleHelp} label={`Help on ${name}`} isPressed={showsHelp} onClick={onHelp} />
      )}
    </span>
  );
}

export interface FieldToolProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isDisabled?: boolean;
  /** Makes it a toggle. */
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

/** A small button: forms have several in every line. */
export function FieldTool({ icon: Icon, label, isDisabled = false, isPressed, onClick }: FieldToolProps) {
  return (
    <button
      type="button"
      className={styles['tool']}
      aria-label={label}
      aria-pressed={isPressed}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon size={13} aria-hidden />
    </button>
  );
}

/** What describes a control: the help text and the notes below it. */
export function describedBy({ id }: FieldState): string {
  return `${id}-help ${id}-notes`;
}
