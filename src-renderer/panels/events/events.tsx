/** The live event stream of the run: filter above, list below, and beside it the event that is looked at. */
import { ListTree, SearchX, Unplug } from 'lucide-react';
import { useEffect } from 'react';
import type { Layout } from 'react-resizable-panels';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import { useRun } from '../../store/run/run.ts';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import { Keys } from '../../ui/controls/keys.tsx';
import { EventDetails } from './event-details.tsx';
import styles from './events.module.css';
import { FilterBar } from './filter-bar.tsx';
import { EventList } from './list/event-list.tsx';
import { isFiltering } from './log/event-filter.ts';
import { clearFilter, useEventView, watchEvents } from './log/event-view.ts';

export function Events() {
  useEffect(watchEvents, []);
  const hasRun = useRun((state) => state.view !== null);
  const isLost = useRun((state) => state.isLost);
  return (
    <section className={styles['events']} data-scope="events" aria-label="Events">
      {isLost && (
        <output className={styles['lost']}>
          <Unplug size={14} aria-hidden />
          The engine was lost in the middle of this run: these are all the events that will come.
        </output>
      )}
      {hasRun ? <Stream /> : <NoRun />}
    </section>
  );
}

function NoRun() {
  return (
    <EmptyState
      icon={ListTree}
      title="No events yet"
      text={
        <>
          Press Run <Keys keys="F5" /> and every event of the engine is listed here as it happens.
        </>
      }
    />
  );
}

function Stream() {
  const { active, rowCount, filter, scanned, total } = useEventView();
  const remembered = usePreferences((state) => state.panes['events']);
  const isEmpty = rowCount === 0 && total > 0 && scanned >= total && isFiltering(filter);
  return (
    <>
      <FilterBar />
      <Group
        className={styles['panes']}
        onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && remember(layout)}
      >
        <Panel id="event-list" minSize="30">
          {isEmpty ? <NothingMatches /> : <EventList />}
        </Panel>
        {active !== null && (
          <>
            <Separator className={styles['separator']} />
            <Panel id="event-details" minSize="20" defaultSize={String(remembered?.['event-details'] ?? 36)}>
              <EventDetails seq={active} />
            </Panel>
          </>
        )}
      </Group>
    </>
  );
}

function NothingMatches() {
  return (
    <EmptyState icon={SearchX} title="No event matches the filter">
      <Button onClick={clearFilter}>Clear the filter</Button>
    </EmptyState>
  );
}

function remember(layout: Layout): void {
  if (layout['event-details'] === undefined) return;
  const { panes } = usePreferences.getState();
  setPreferences({ panes: { ...panes, events: { ...layout } } });
}
