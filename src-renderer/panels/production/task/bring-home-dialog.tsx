/** What of a task is copied into the sandbox, and how it goes on there. */
import { useEffect, useState } from 'react';
import { askMaskPreview, maskPreview } from '../../../production/look.ts';
import { bringHome, home } from '../../../production/bring-home.ts';
import { useProduction } from '../../../store/production/production.ts';
import type { BringHome, MaskPreview, TaskDetail } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/over/dialog.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { LentFunctions } from './lent-functions.tsx';
import { MaskChoice } from './mask-choice.tsx';
import { sizeWords } from './size-words.ts';
import styles from './task.module.css';

/** Whose rules it goes on by; `own`: those of the database it comes from. */
type Rules = BringHome['profile'] | 'own';
type InProgress = BringHome['inProgress'];

export function BringHomeDialog({ detail }: { readonly detail: TaskDetail }) {
  const { row, steps } = detail;
  const preview = maskPreview.use();
  const call = home.use();
  const [mask, setMask] = useState<ReadonlySet<string> | null>(null);
  const [rules, setRules] = useState<Rules>('documented');
  const [inProgress, setInProgress] = useState<InProgress>('goes_on');
  useEffect(() => {
    void askMaskPreview(row.task);
    return () => {
      maskPreview.forget();
      home.forget();
    };
  }, [row.task]);
  const under = steps.filter(({ state }) => state === 'in_progress').length;
  const masked = mask ?? suggested(preview.value);
  const close = (): void => useProduction.setState({ isBringingHome: false });
  const go = (): void =>
    void bringHome(row, { task: row.task, ...engineOf(rules), mask: [...masked], inProgress });
  return (
    <Dialog
      title={`Bring ${row.name} home`}
      description="The task is copied into the sandbox of this machine. Nothing is written to production, then or later."
      isOpen
      size="large"
      onClose={close}
    >
      <div className={styles['form']}>
        <TroubleNote trouble={preview.failure} onAgain={() => void askMaskPreview(row.task)} />
        {preview.isBusy && <p className={styles['soft']}>Looking for what may be secret…</p>}
        {preview.value !== null && (
          <>
            <p className={styles['soft']}>
              {sizeWords(preview.value.bytes)} of context and results. The values of ticked keys are replaced,
              wherever they stand.
            </p>
            <MaskChoice keys={preview.value.keys} masked={masked} onChange={setMask} />
          </>
        )}
        <Choice title="It goes on by" name="rules" options={RULES} value={rules} onChange={setRules} />
        {rules === 'own' && <LentFunctions />}
        {under > 0 && (
          <Choice
            title={under === 1 ? 'The step in progress' : `The ${under} steps in progress`}
            name="in-progress"
            options={IN_PROGRESS}
            value={inProgress}
            onChange={setInProgress}
          />
        )}
        <TroubleNote trouble={call.failure} onAgain={go} />
        <div className={styles['foot']}>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={preview.value === null || call.isBusy} onClick={go}>
            {call.isBusy ? 'Copying…' : 'Bring it home'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** What is no function of the database goes on as in the shipped engine. */
function engineOf(rules: Rules): Pick<BringHome, 'profile' | 'functions'> {
  return rules === 'own'
    ? { profile: 'rails-1.0', functions: 'production' }
    : { profile: rules, functions: 'profile' };
}

/** Ticked until a person says otherwise. */
function suggested(preview: MaskPreview | null): ReadonlySet<string> {
  return new Set(preview?.keys.filter((each) => each.suggested).map(({ key }) => key) ?? []);
}

interface Option<Value> {
  readonly value: Value;
  readonly title: string;
  readonly words: string;
}

const RULES: readonly Option<Rules>[] = [
  { value: 'documented', title: 'documented', words: 'What Tasker promises.' },
  { value: 'rails-1.0', title: 'rails-1.0', words: 'What the shipped engine really does.' },
  {
    value: 'own',
    title: 'its own functions',
    words: 'The shipped engine, with the SQL functions of that very database.',
  },
];

const IN_PROGRESS: readonly Option<InProgress>[] = [
  { value: 'goes_on', title: 'Goes on', words: 'The attempt ends here, as the scenario says.' },
  { value: 'lost', title: 'Is lost', words: 'The worker is dead: nobody will ever end the attempt.' },
];

interface ChoiceProps<Value> {
  readonly title: string;
  readonly name: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ title, name, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className={styles['group']}>
      <legend>{title}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['option']}>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.title} <span className={styles['soft']}>{option.words}</span>
        </label>
      ))}
    </fieldset>
  );
}
