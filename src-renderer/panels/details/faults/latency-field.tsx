/** How long attempts of the step take, and how that is spread: drawn by the engine as a run would. */
import { useEffect, useState } from 'react';
import type { LatencyPicture } from '../../../../src-engine/api/contract/scenario-schemas.ts';
import type { Latency } from '../../../../src-engine/simulate/scenario.ts';
import { engine } from '../../../api/engine.ts';
import { shortDuration } from '../../../ui/data/virtual-time.ts';
import { Select } from '../../../ui/controls/select.tsx';
import { DraftField } from './draft-field.tsx';
import styles from './faults.module.css';
import { durationTrouble } from './troubles.ts';

const USUAL: Latency = { log_normal: { median: '250ms', sigma: 0.5 } };

const KINDS = [
  { value: 'usual', title: 'as usual', detail: 'what the scenario says for all steps' },
  { value: 'constant', title: 'constant' },
  { value: 'uniform', title: 'uniform', detail: 'between two durations' },
  {
    value: 'log_normal',
    title: 'log-normal',
    detail: 'as network calls are: mostly near the median, seldom far above',
  },
] as const;

type Kind = (typeof KINDS)[number]['value'];

export interface LatencyFieldProps {
  readonly latency: Latency | undefined;
  /** Of every step that does not say. */
  readonly usual: Latency | undefined;
  readonly onChange: (latency: Latency | undefined) => void;
}

export function LatencyField({ latency, usual, onChange }: LatencyFieldProps) {
  const kind = kindOf(latency);
  return (
    <div className={styles['latency']}>
      <Select
        label="Latency"
        options={KINDS}
        value={kind}
        onChange={(value) => onChange(firstOf(KINDS.find((each) => each.value === value)?.value ?? 'usual'))}
      />
      <Parameters latency={latency} onChange={onChange} />
      <Picture latency={latency ?? usual ?? USUAL} />
    </div>
  );
}

function kindOf(latency: Latency | undefined): Kind {
  if (latency === undefined) return 'usual';
  if (typeof latency !== 'object' || 'constant' in latency) return 'constant';
  return 'uniform' in latency ? 'uniform' : 'log_normal';
}

function firstOf(kind: Kind): Latency | undefined {
  if (kind === 'constant') return '2s';
  if (kind === 'uniform') return { uniform: ['1s', '3s'] };
  return kind === 'usual' ? undefined : USUAL;
}

function Parameters({ latency, onChange }: Omit<LatencyFieldProps, 'usual'>) {
  if (latency === undefined) return null;
  if (typeof latency !== 'object' || 'constant' in latency) {
    const value = typeof latency === 'object' ? latency.constant : latency;
    return <Duration label="Takes" value={value} onSet={onChange} />;
  }
  if ('uniform' in latency) {
    const [from, to] = latency.uniform;
    return (
      <>
        <Duration label="From" value={from} onSet={(text) => onChange({ uniform: [text, to] })} />
        <Duration label="To" value={to} onSet={(text) => onChange({ uniform: [from, text] })} />
      </>
    );
  }
  const { median, sigma } = latency.log_normal;
  return (
    <>
      <Duration
        label="Median"
        value={median}
        onSet={(text) => onChange({ log_normal: { median: text, sigma } })}
      />
      <DraftField
        label="Spread (sigma)"
        hint="0.5"
        value={String(sigma)}
        check={(text) => (Number(text) >= 0 && Number(text) <= 5 ? null : 'A number from 0 to 5.')}
        onSet={(text) => onChange({ log_normal: { median, sigma: Number(text) } })}
      />
    </>
  );
}

interface DurationProps {
  readonly label: string;
  readonly value: string | number;
  readonly onSet: (text: string) => void;
}

function Duration({ label, value, onSet }: DurationProps) {
  const shown = typeof value === 'number' ? `${value}s` : value;
  return <DraftField label={label} hint="2s" value={shown} check={durationTrouble} onSet={onSet} />;
}

const WIDTH = 220;
const HEIGHT = 48;

function Picture({ latency }: { readonly latency: Latency }) {
  const picture = useLatencyPicture(latency);
  if (picture === null) return null;
  const { borders, shares, medianMs, p95Ms } = picture;
  const [from, to] = [borders[0] ?? 0, borders.at(-1) ?? 1];
  const highest = Math.max(...shares, 0.001);
  const column = WIDTH / shares.length;
  const x = (ms: number): number => ((Math.min(ms, to) - from) / Math.max(1, to - from)) * WIDTH;
  const words = `Median ${shortDuration(medianMs)}, 95 of 100 within ${shortDuration(p95Ms)}`;
  return (
    <figure className={styles['picture']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        {shares.map((share, index) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a column is its place
            key={index}
            x={index * column}
            y={HEIGHT - (share / highest) * HEIGHT}
            width={Math.max(1, column - 1)}
            height={(share / highest) * HEIGHT}
            className={styles['column']}
          />
        ))}
        <line x1={x(medianMs)} x2={x(medianMs)} y1={0} y2={HEIGHT} className={styles['median']} />
        <line x1={x(p95Ms)} x2={x(p95Ms)} y1={0} y2={HEIGHT} className={styles['p95']} />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function useLatencyPicture(latency: Latency): LatencyPicture | null {
  const [picture, setPicture] = useState<LatencyPicture | null>(null);
  const key = JSON.stringify(latency);
  useEffect(() => {
    let isWanted = true;
    void engine()
      .then((client) => client.scenarios.latency({ latency: JSON.parse(key) as Latency }))
      .then((answer) => isWanted && setPicture(answer))
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [key]);
  return picture;
}
