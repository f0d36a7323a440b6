/** The run over virtual time: a row a step, a bar an attempt, a pattern for each kind of wait. */
import { ChartGantt, Download, Route, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import { axisOf } from '../../../src-engine/timeline/axis.ts';
import type { CriticalWay } from '../../../src-engine/timeline/critical-way.ts';
import { useRun } from '../../store/run/run.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { Menu } from '../../ui/menus/menu.tsx';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import { shortDuration } from '../../ui/data/virtual-time.ts';
import { WAITS } from './bar-look.ts';
import { saveTimeline } from './save-timeline.ts';
import { TimelineCanvas } from './timeline-canvas.tsx';
import styles from './timeline.module.css';
import { useTimeline } from './use-timeline.ts';
import { useZoom } from './use-zoom.ts';

export function Timeline() {
  const shown = useTimeline();
  const count = useRun((state) => state.count);
  const [cutsIdle, setCutsIdle] = useState(true);
  const [showsWay, setShowsWay] = useState(false);
  const axis = useMemo(
    () => (shown === null ? null : axisOf(shown.timeline.rows, shown.timeline.endMs, cutsIdle)),
    [shown, cutsIdle],
  );
  const zoom = useZoom(axis?.length ?? 1);
  if (shown === null || axis === null || count === 0) {
    return (
      <EmptyState
        icon={ChartGantt}
        title="No run yet"
        text="Run a scenario, and see here what each step did and what it waited for."
      />
    );
  }
  return (
    <section className={styles['timeline']} data-scope="timeline" aria-label="Timeline">
      <div className={styles['bar']}>
        <IconButton icon={ZoomIn} label="Zoom in" keys="+" onClick={() => zoom.by(0.6)} />
        <IconButton icon={ZoomOut} label="Zoom out" keys="-" onClick={() => zoom.by(1 / 0.6)} />
        <Button look="quiet" disabled={zoom.isWhole} onClick={() => zoom.reset()}>
          Whole run
        </Button>
        <Button look="quiet" aria-pressed={cutsIdle} onClick={() => setCutsIdle(!cutsIdle)}>
          {cutsIdle ? 'Idle time cut' : 'Idle time shown'}
        </Button>
        <IconButton
          icon={Route}
          label="Show what the end waited for"
          isPressed={showsWay}
          onClick={() => setShowsWay(!showsWay)}
        />
        <Menu
          trigger={<IconButton icon={Download} label="Export the timeline" />}
          items={[
            { id: 'svg', title: 'As SVG', onSelect: () => void saveTimeline(shown.timeline, axis, 'svg') },
            { id: 'png', title: 'As PNG', onSelect: () => void saveTimeline(shown.timeline, axis, 'png') },
          ]}
        />
        <Legend />
        <Summary way={shown.way} />
      </div>
      <TimelineCanvas shown={shown} axis={axis} zoom={zoom} showsWay={showsWay} />
    </section>
  );
}

function Legend() {
  return (
    <ul className={styles['legend']} aria-label="Legend">
      {Object.entries(WAITS).map(([kind, { word, pattern, colour }]) => (
        <li key={kind}>
          <i data-pattern={pattern} style={{ color: `var(${colour})` }} aria-hidden />
          {word}
        </li>
      ))}
    </ul>
  );
}

/** What the critical way is made of, the largest part first. */
function Summary({ way }: { readonly way: CriticalWay }) {
  const whole = [...way.totals.values()].reduce((sum, ms) => sum + ms, 0);
  const parts = [...way.totals]
    .toSorted(([, a], [, b]) => b - a)
    .map(
      ([kind, ms]) =>
        `${Math.round((ms / Math.max(1, whole)) * 100)} % ${nameOf(kind)} (${shortDuration(ms)})`,
    );
  return <p className={styles['summary']}>{`Critical path: ${parts.join(', ')}`}</p>;
}

function nameOf(kind: string): string {
  if (kind === 'attempt') return 'work';
  return kind === 'reenqueue' ? 'queue' : kind;
}
