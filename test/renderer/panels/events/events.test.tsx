// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { Events } from '../../../../src-renderer/panels/events/events.tsx';
import { clearFilter, useEventView } from '../../../../src-renderer/panels/events/log/event-view.ts';
import { useNotices } from '../../../../src-renderer/store/notices.ts';
import { addNews, useRun } from '../../../../src-renderer/store/run/run.ts';
import { selectEvent, selectStep, useSelection } from '../../../../src-renderer/store/selection.ts';
import { event, longLog, runView, showLog, stepEvent } from '../support/run.ts';
import { clipboard, show } from '../support/screen.tsx';

const LOG = [
  event(1, 'task.start_requested', { from_state: 'pending', to_state: 'in_progress' }, 0),
  stepEvent(2, 'step.execution_requested', 'charge'),
  stepEvent(3, 'step.failed', 'charge', { error_message: 'Card declined' }),
  event(4, 'acme.shipped', { note: 'a handler said so' }),
];

const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Events of the run' });
const rows = (): readonly HTMLElement[] => within(grid()).getAllByRole('row').slice(1);
const row = (name: RegExp): HTMLElement => within(grid()).getByRole('row', { name });
const press = (key: string): void => void fireEvent.keyDown(grid(), { key });
const details = (): HTMLElement | null => screen.queryByRole('region', { name: /^Event \d/ });

beforeEach(clearFilter);

describe('before there is anything to list', () => {
  test('without a run the view says how to get one', () => {
    show(<Events />);
    expect(screen.getByText('No events yet')).toBeTruthy();
    expect(screen.getByText('F5')).toBeTruthy();
  });

  test('a run whose engine was lost says so above what came of it', () => {
    showLog(LOG);
    useRun.setState({ isLost: true });
    show(<Events />);
    expect(screen.getByRole('status').textContent).toContain('The engine was lost');
    expect(rows()).toHaveLength(4);
  });
});

describe('the list', () => {
  test('tells number, time, step, attempt and message of each event, known by name or not', () => {
    showLog(LOG);
    show(<Events />);
    const cells = within(row(/step\.failed/))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
    expect(cells).toEqual(['3', '0:00.300', '+100 ms', 'step.failed', 'charge', '1', 'Card declined']);
    expect(row(/task\.start_requested/).textContent).toContain('pending →in progress');
    expect(row(/acme\.shipped/)).toBeTruthy();
  });

  test('has only the rows in sight, and tells how many there are', () => {
    showLog(longLog(5_000));
    show(<Events />);
    expect(rows().length).toBeLessThan(60);
    expect(grid().getAttribute('aria-rowcount')).toBe('5001');
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
  });

  test('grows while it is looked at', async () => {
    showLog(LOG);
    show(<Events />);
    act(() => addNews({ events: [stepEvent(5, 'step.completed', 'charge')], view: runView() }));
    expect(await screen.findByText('5 events')).toBeTruthy();
    expect(row(/step\.completed/)).toBeTruthy();
  });
});

describe('selecting', () => {
  test('a click selects the event with its step, and shows it whole', () => {
    showLog(LOG);
    show(<Events />);
    fireEvent.click(row(/step\.failed/));
    expect(useSelection.getState()).toMatchObject({ event: 3, step: 'charge', by: 'events' });
    expect(grid().getAttribute('aria-activedescendant')).toBe(row(/step\.failed/).id);
    expect(details()?.textContent).toContain('The attempt failed; the step is in error.');
    expect(within(details() ?? document.body).getByRole('tree').textContent).toContain('Card declined');
  });

  test('arrows walk, Enter goes to the step and keeps the event in sight, Escape lets go', () => {
    showLog(LOG);
    show(<Events />);
    press('Home');
    press('ArrowDown');
    expect(useSelection.getState().event).toBe(2);
    press('Enter');
    expect(useSelection.getState()).toMatchObject({ event: null, step: 'charge', by: 'events' });
    expect(details()?.getAttribute('aria-label')).toBe('Event 2');
    press('Escape');
    expect(useSelection.getState()).toMatchObject({ event: null, step: null });
    expect(details()).toBeNull();
  });

  test('a step selected elsewhere marks its rows and moves nothing', () => {
    showLog(LOG);
    show(<Events />);
    act(() => selectStep('charge', 'canvas'));
    expect(useEventView.getState()).toMatchObject({ active: null, isFollowing: true });
    act(() => selectEvent(3, 'charge', 'details'));
    expect(row(/step\.failed/).getAttribute('aria-selected')).toBe('true');
  });

  test('selecting stops following; the button takes it up again', () => {
    showLog(LOG);
    show(<Events />);
    const follow = screen.getByRole('button', { name: 'Follow' });
    expect(follow.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(row(/step\.failed/));
    expect(follow.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(follow);
    expect(useEventView.getState().isFollowing).toBe(true);
  });
});

describe('filtering', () => {
  test('chips count and narrow; what is left is told, and clearing brings all back', () => {
    showLog(LOG);
    show(<Events />);
    fireEvent.click(screen.getByRole('button', { name: /^step 2$/ }));
    expect(screen.getByText('2 of 4')).toBeTruthy();
    expect(rows()).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(screen.getByText('4 events')).toBeTruthy();
  });

  test('a text that nothing says leaves a way back', () => {
    showLog(LOG);
    show(<Events />);
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter events' }), {
      target: { value: 'nowhere' },
    });
    expect(screen.getByText('No event matches the filter')).toBeTruthy();
    const [, inView] = screen.getAllByRole('button', { name: 'Clear the filter' });
    fireEvent.click(inView ?? document.body);
    expect(rows()).toHaveLength(4);
  });
});

describe('copying', () => {
  test('an event as its line of the log, a payload laid out', async () => {
    const texts = clipboard();
    showLog(LOG);
    show(<Events />);
    fireEvent.click(row(/acme/));
    fireEvent.click(screen.getByRole('button', { name: 'Copy as JSON' }));
    fireEvent.click(screen.getByRole('button', { name: 'Copy payload' }));
    expect(texts.map((text): unknown => JSON.parse(text))).toEqual([LOG[3], LOG[3]?.payload]);
    await Promise.resolve();
    expect(useNotices.getState().notices.at(-1)?.kind).toBe('success');
  });
});
