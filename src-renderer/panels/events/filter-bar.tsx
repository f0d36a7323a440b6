/** Narrows the list of events down: by text, by family, by step and by name; says how many are left. */
import { ArrowDownToLine, Download, FilterX } from 'lucide-react';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { Menu } from '../../ui/menus/menu.tsx';
import { SearchField } from '../../ui/controls/search-field.tsx';
import { saveEvents } from './export-events.ts';
import styles from './filter-bar.module.css';
import { FamilySign } from './family-sign.tsx';
import { NameMenu, StepMenu } from './filter-menus.tsx';
import { isFiltering } from './log/event-filter.ts';
import { changeFilter, clearFilter, setFollowing, useEventView } from './log/event-view.ts';
import type { Family } from './log/family.ts';
import { FAMILIES } from './log/family.ts';

export function FilterBar() {
  const { filter, stepChoice, tally } = useEventView();
  const families = FAMILIES.filter((family) => tally.families[family] > 0 || filter.families.has(family));
  return (
    <div className={styles['bar']}>
      <SearchField label="Filter events" value={filter.text} onChange={(text) => changeFilter({ text })} />
      <fieldset className={styles['chips']} aria-label="Families of events">
        {families.map((family) => (
          <Chip
            key={family}
            family={family}
            count={tally.families[family]}
            isPressed={filter.families.has(family)}
          />
        ))}
      </fieldset>
      <StepMenu choice={stepChoice} steps={tally.steps} />
      <NameMenu chosen={filter.name} names={tally.names} />
      <span className={styles['end']}>
        <Shown />
        <FollowButton />
        <ExportButton isFiltered={isFiltering(filter)} />
      </span>
    </div>
  );
}

interface ChipProps {
  readonly family: Family;
  readonly count: number;
  readonly isPressed: boolean;
}

function Chip({ family, count, isPressed }: ChipProps) {
  return (
    <button type="button" className={styles['chip']} aria-pressed={isPressed} onClick={() => toggle(family)}>
      <FamilySign family={family} />
      {`${family} `}
      <span className={styles['count']}>{count.toLocaleString('en')}</span>
    </button>
  );
}

function toggle(family: Family): void {
  const families = new Set(useEventView.getState().filter.families);
  if (!families.delete(family)) families.add(family);
  changeFilter({ families });
}

/** `120 of 3,402`, and the way back to all of them. */
function Shown() {
  const { rowCount, scanned, total, filter, stepChoice } = useEventView();
  const all = total.toLocaleString('en');
  const isNarrowed = isFiltering(filter) || stepChoice.kind !== 'any';
  return (
    <>
      <span className={styles['shown']}>
        {isFiltering(filter) ? `${rowCount.toLocaleString('en')} of ${all}` : `${all} events`}
        {scanned < total && isFiltering(filter) ? ' …' : ''}
      </span>
      {isNarrowed && <IconButton icon={FilterX} label="Clear the filter" onClick={clearFilter} />}
    </>
  );
}

function FollowButton() {
  const isFollowing = useEventView((state) => state.isFollowing);
  return (
    <Button
      look="quiet"
      icon={ArrowDownToLine}
      className={styles['follow'] ?? ''}
      aria-pressed={isFollowing}
      onClick={() => setFollowing(!isFollowing)}
    >
      Follow
    </Button>
  );
}

function ExportButton({ isFiltered }: { readonly isFiltered: boolean }) {
  if (!isFiltered)
    return <IconButton icon={Download} label="Export as JSON lines" onClick={() => saveEvents()} />;
  return (
    <Menu
      trigger={<IconButton icon={Download} label="Export as JSON lines" />}
      items={[
        { id: 'filtered', title: 'Export the events shown', onSelect: () => saveEvents('filtered') },
        { id: 'all', title: 'Export the whole log', onSelect: () => saveEvents('all') },
      ]}
    />
  );
}
