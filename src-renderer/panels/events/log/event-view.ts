/**
 * What the list of events shows: filter, rows, the active event, whether it follows the newest. Kept outside the component,
 * so that another tab and back costs nothing and loses nothing. Looks at new events only, and at a whole log in slices.
 */
import { create } from 'zustand';
import { useRun } from '../../../store/run/run.ts';
import { useSelection } from '../../../store/selection.ts';
import type { EventFilter } from './event-filter.ts';
import { NO_FILTER } from './event-filter.ts';
import { FilteredLog } from './filtered-log.ts';
import type { TallyView } from './tally.ts';
import { NO_TALLY, Tally } from './tally.ts';

/** `selected`: whichever step is selected, in whatever view; all events while none is. */
export type StepChoice =
  { readonly kind: 'any' } | { readonly kind: 'selected' } | { readonly kind: 'step'; readonly name: string };

export interface EventViewState {
  readonly filter: EventFilter;
  readonly stepChoice: StepChoice;
  /** Places in the log; grows in place, `rowCount` says how many count. */
  readonly rows: readonly number[];
  readonly rowCount: number;
  /** How much of the log was looked at; less than `total` while a new filter is at work. */
  readonly scanned: number;
  /** Length of the log when the rows were made. */
  readonly total: number;
  readonly tally: TallyView;
  /** `seq` of the event the keyboard is at and whose details are shown. Stays when its step is selected from here. */
  readonly active: number | null;
  readonly isFollowing: boolean;
}

/** Looked at in one go: some milliseconds even with a search through payloads. */
export const SLICE = 5_000;

/** The list grows 25 times a second at most: batches can come faster than a person, or the page, can follow. */
const PAUSE_MS = 40;

const NO_VIEW: EventViewState = {
  filter: NO_FILTER,
  stepChoice: { kind: 'any' },
  rows: [],
  rowCount: 0,
  scanned: 0,
  total: 0,
  tally: NO_TALLY,
  active: null,
  isFollowing: true,
};

export const useEventView = create<EventViewState>(() => NO_VIEW);

const log = new FilteredLog();
const tally = new Tally();
let next: ReturnType<typeof setTimeout> | undefined;

/** Keeps the rows up to date while somebody looks; what happened before is caught up with. */
export function watchEvents(): () => void {
  const stops = [
    useRun.subscribe((now, before) => {
      if (now.events !== before.events) sync();
      else if (now.count !== before.count) next ??= setTimeout(sync, PAUSE_MS);
    }),
    useSelection.subscribe(followSelection),
  ];
  sync();
  followSelection();
  return () => {
    cancelNext();
    for (const stop of stops) stop();
  };
}

export function changeFilter(change: Partial<Omit<EventFilter, 'step'>>): void {
  useEventView.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
  sync();
}

export function chooseStep(stepChoice: StepChoice): void {
  useEventView.setState(({ filter }) => ({ stepChoice, filter: { ...filter, step: stepOf(stepChoice) } }));
  sync();
}

export function clearFilter(): void {
  useEventView.setState({ filter: NO_FILTER, stepChoice: { kind: 'any' } });
  sync();
}

export function setFollowing(isFollowing: boolean): void {
  if (useEventView.getState().isFollowing !== isFollowing) useEventView.setState({ isFollowing });
}

function stepOf(choice: StepChoice): string | null {
  if (choice.kind === 'selected') return useSelection.getState().step;
  return choice.kind === 'step' ? choice.name : null;
}

function followSelection(): void {
  const { event, by } = useSelection.getState();
  const { stepChoice, filter, active } = useEventView.getState();
  if (stepChoice.kind === 'selected' && stepOf(stepChoice) !== filter.step) chooseStep(stepChoice);
  if (event !== null && event !== active) useEventView.setState({ active: event, isFollowing: false });
  // A step selected from this list was reached through its event, which stays.
  if (event === null && by !== 'events') useEventView.setState({ active: null });
}

function sync(): void {
  cancelNext();
  const { events, count } = useRun.getState();
  if (events !== log.events) useEventView.setState({ active: null, isFollowing: true });
  log.show(events, useEventView.getState().filter);
  tally.count(events, count);
  const isDone = log.scan(count, SLICE);
  useEventView.setState({
    rows: log.rows,
    rowCount: log.rows.length,
    scanned: log.scanned,
    total: count,
    tally: tally.view(),
  });
  if (!isDone) next = setTimeout(sync);
}

function cancelNext(): void {
  clearTimeout(next);
  next = undefined;
}
