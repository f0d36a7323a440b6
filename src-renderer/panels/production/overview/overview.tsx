/** The database at a glance: how many tasks stand where, what goes through, what is slow, and what will never go on. */
import { RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { askOverview, overview } from '../../../production/look.ts';
import { openConnection, useProduction } from '../../../store/production/production.ts';
import type { Overview as OverviewData } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import parts from '../parts/parts.module.css';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { When } from '../parts/when.tsx';
import { HOURS, useHours } from './hours.ts';
import { Namespaces } from './namespaces.tsx';
import styles from './overview.module.css';
import { countedWords } from './overview-words.ts';
import { SlowSteps, StepFacts } from './steps.tsx';
import { StuckSummary } from './stuck-summary.tsx';
import { Throughput } from './throughput.tsx';
import { Tiles } from './tiles.tsx';

export function Overview() {
  const hours = useHours((state) => state.hours);
  const connection = useProduction(openConnection);
  const { value, isBusy, failure } = overview.use();
  useEffect(() => {
    if (connection !== null && !overview.has(String(hours))) void askOverview(hours);
    return () => overview.leave();
  }, [connection, hours]);
  const again = (): void => void askOverview(hours);
  return (
    <div className={parts['page']} aria-busy={isBusy}>
      <div className={parts['bar']}>
        <Select
          label="Time that is looked at"
          options={HOURS}
          value={String(hours)}
          onChange={(chosen) => useHours.setState({ hours: Number(chosen) })}
        />
        <Button icon={RefreshCw} disabled={isBusy || connection === null} onClick={again}>
          Refresh
        </Button>
        <output className={styles['note']}>
          {isBusy && 'Reading…'}
          {!isBusy && value !== null && (
            <>
              {countedWords(value)} Read <When at={value.at} />.
            </>
          )}
        </output>
      </div>
      <div className={parts['scroll']}>
        <TroubleNote trouble={failure} onAgain={again} />
        {value !== null && <Findings value={value} />}
      </div>
    </div>
  );
}

function Findings({ value }: { readonly value: OverviewData }) {
  return (
    <div className={styles['findings']}>
      <div className={styles['column']}>
        <Part title="Tasks by state">
          <Tiles states={value.states} />
        </Part>
        <Part title="Throughput">
          <Throughput throughput={value.throughput} />
        </Part>
        <Part title="Errors and retries">
          <StepFacts steps={value.steps} />
        </Part>
      </div>
      <div className={styles['column']}>
        <Part title="Stuck">
          <StuckSummary stuck={value.stuck} />
        </Part>
        <Part title="Namespaces">
          <Namespaces namespaces={value.namespaces} />
        </Part>
      </div>
      <Part title="Slow steps" isWide>
        <SlowSteps slowSteps={value.slowSteps} />
      </Part>
    </div>
  );
}

interface PartProps {
  readonly title: string;
  /** Takes the whole width. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Part({ title, isWide = false, children }: PartProps) {
  return (
    <section className={styles[isWide ? 'wide' : 'part']} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
