/** What a test of the connection has shown. */
import { CircleCheck, CircleX } from 'lucide-react';
import { ENCRYPTION, GENERATIONS, READINESS } from '../../../shell/production/facts-words.ts';
import type { Facts, Trouble } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import type { Fact } from '../../details/facts.tsx';
import { Facts as FactList } from '../../details/facts.tsx';
import styles from './connect.module.css';
import { offeredFingerprint } from './connection-form.ts';

export interface PassedProps {
  readonly facts: Facts;
  readonly milliseconds: number;
}

export function Passed({ facts, milliseconds }: PassedProps) {
  return (
    <output className={styles['result']} data-look="good">
      <p className={styles['verdict']}>
        <CircleCheck size={16} aria-hidden />
        {`It answers, after ${Math.round(milliseconds).toLocaleString('en')} ms.`}
      </p>
      <FactList facts={factsInWords(facts)} />
      <Sentences title="To know" sentences={facts.notes.filter((note) => !saysTheSame(note, facts))} />
      <Sentences title="The role could do more than read" sentences={facts.writes} />
    </output>
  );
}

/** The first note of an installation without oddities says what is said above. */
function saysTheSame(note: string, { generation, schema }: Facts): boolean {
  return note === `${GENERATIONS[generation]} in schema ${schema}.`;
}

function factsInWords(facts: Facts): readonly Fact[] {
  const role = facts.writes.length === 0 ? 'may only read' : 'may write: you will be asked once';
  return [
    { name: 'Server', value: `${facts.server}${facts.isStandby ? ', standby' : ''}` },
    {
      name: 'Tasker',
      value: `${GENERATIONS[facts.generation]} in schema ${facts.schema}, ${READINESS[facts.readiness]}`,
    },
    { name: 'Way there', value: ENCRYPTION[facts.encryption].detail },
    { name: 'Role', value: role },
  ];
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <p className={styles['subtitle']}>{title}</p>
      <ul className={styles['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

export interface FailedProps {
  readonly trouble: Pick<Trouble, 'code' | 'message' | 'hint'>;
  readonly onTakeFingerprint: (fingerprint: string) => void;
}

export function Failed({ trouble: { code, message, hint }, onTakeFingerprint }: FailedProps) {
  const fingerprint = code === 'unknown_host_key' ? offeredFingerprint(`${message} ${hint}`) : null;
  return (
    <div role="alert" className={styles['result']} data-look="bad">
      <p className={styles['verdict']}>
        <CircleX size={16} aria-hidden />
        {message}
      </p>
      <p className={styles['hint']}>{hint}</p>
      {fingerprint !== null && (
        <Button onClick={() => onTakeFingerprint(fingerprint)}>It is the right one: take it over</Button>
      )}
    </div>
  );
}
