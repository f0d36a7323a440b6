import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  changeFilter,
  chooseStep,
  clearFilter,
  SLICE,
  useEventView,
  watchEvents,
} from '../../../../src-renderer/panels/events/log/event-view.ts';
import { addNews, showRun } from '../../../../src-renderer/store/run/run.ts';
import { clearSelection, selectEvent, selectStep } from '../../../../src-renderer/store/selection.ts';
import { longLog, runView, showLog } from '../support/run.ts';

let stop = (): void => {};

beforeEach(() => {
  vi.useFakeTimers();
  stop = watchEvents();
});

afterEach(() => {
  stop();
  clearFilter();
  clearSelection();
  showRun(null);
  vi.useRealTimers();
});

describe('the rows of a run', () => {
  test('grow with its log, in one array, some times a second', () => {
    const events = longLog(20_000);
    const view = runView();
    showRun(view);
    const before = useEventView.getState().rows;
    let draws = 0;
    const unsubscribe = useEventView.subscribe(() => (draws += 1));
    for (let start = 0; start < events.length; start += 500)
      addNews({ events: events.slice(start, start + 500), view });
    vi.runAllTimers();
    unsubscribe();
    expect(useEventView.getState()).toMatchObject({ rowCount: 20_000, total: 20_000, scanned: 20_000 });
    expect(useEventView.getState().rows).toBe(before);
    expect(draws).toBe(20_000 / SLICE);
  });

  test('are found in slices when the filter changes', () => {
    showLog(longLog(SLICE * 2 + 1));
    vi.runAllTimers();
    changeFilter({ name: 'step.failed' });
    expect(useEventView.getState().scanned).toBe(SLICE);
    vi.runAllTimers();
    expect(useEventView.getState()).toMatchObject({
      scanned: SLICE * 2 + 1,
      rowCount: Math.floor((SLICE * 2 + 1) / 7),
    });
  });

  test('are counted by family, name and step, whatever the filter shows', () => {
    showLog(longLog(21));
    changeFilter({ text: 'nothing says this' });
    const { tally, rowCount } = useEventView.getState();
    expect(rowCount).toBe(0);
    expect(tally.families).toMatchObject({ step: 9, workflow: 12, task: 0 });
    expect(tally.names).toEqual([
      { name: 'step.completed', count: 6 },
      { name: 'step.failed', count: 3 },
      { name: 'workflow.no_viable_steps', count: 12 },
    ]);
    expect(tally.steps[0]).toEqual({ name: 'step_3', count: 1 });
  });

  test('of another run begin anew, with the filter that was set', () => {
    showLog(longLog(21));
    changeFilter({ name: 'step.failed' });
    selectEvent(7, 'step_7', 'events');
    showLog(longLog(7), { run: 'run-2' });
    vi.runAllTimers();
    expect(useEventView.getState()).toMatchObject({ rowCount: 1, active: null, isFollowing: true });
  });

  test('that began while nobody looked are followed as well', () => {
    showLog(longLog(21));
    selectEvent(7, 'step_7', 'events');
    stop();
    clearSelection();
    showLog(longLog(14), { run: 'run-2' });
    stop = watchEvents();
    expect(useEventView.getState()).toMatchObject({ rowCount: 14, active: null, isFollowing: true });
  });
});

describe('a selected step', () => {
  test('narrows the list while that is wished, and follows the selection', () => {
    showLog(longLog(70));
    vi.runAllTimers();
    chooseStep({ kind: 'selected' });
    expect(useEventView.getState().rowCount).toBe(70);
    selectStep('step_7', 'canvas');
    expect(useEventView.getState()).toMatchObject({ filter: { step: 'step_7' }, rowCount: 3 });
    clearSelection();
    expect(useEventView.getState().rowCount).toBe(70);
  });

  test('keeps the event it was reached from, but not one that another view leaves', () => {
    showLog(longLog(70));
    selectEvent(7, 'step_7', 'events');
    expect(useEventView.getState()).toMatchObject({ active: 7, isFollowing: false });
    selectStep('step_7', 'events');
    expect(useEventView.getState().active).toBe(7);
    selectStep('step_3', 'canvas');
    expect(useEventView.getState().active).toBeNull();
  });
});
