// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Details } from '../../../../src-renderer/panels/details/details.tsx';
import { stateCounts } from '../../../../src-renderer/panels/details/task/counts-bar.tsx';
import { shapeOf } from '../../../../src-renderer/panels/details/task/template-shape.ts';
import { EMPTY_VIEW } from '../../../../src-renderer/store/document.ts';
import { usePreferences } from '../../../../src-renderer/store/preferences.ts';
import { useRun } from '../../../../src-renderer/store/run/run.ts';
import { selectStep, useSelection } from '../../../../src-renderer/store/selection.ts';
import { openTemplate, problem, step } from '../support/problems.ts';
import { readiness, showLog, stepEvent, taskView, timeAt } from '../support/run.ts';
import { clipboard, show } from '../support/screen.tsx';

const VIEW = {
  name: 'order',
  namespace: 'shop',
  version: '1.2.3',
  steps: [
    {
      ...step('fetch'),
      handlerClass: 'Shop::Fetch',
      retryLimit: 5,
      retryable: false,
      description: 'Gets it',
    },
    step('charge', '/s/1', 1),
    step('mail', '/s/2', 1),
  ],
  edges: [
    { from: 'fetch', to: 'charge' },
    { from: 'fetch', to: 'mail' },
  ],
  criticalPath: ['fetch', 'charge'],
};

const LOG = [
  stepEvent(1, 'step.execution_requested', 'charge', {
    from_state: 'pending',
    to_state: 'in_progress',
    step_inputs: { amount: 12 },
  }),
  stepEvent(2, 'step.failed', 'charge', {
    from_state: 'in_progress',
    to_state: 'error',
    error_message: 'Card declined',
    error_class: 'Shop::Declined',
    backtrace: ['charge.rb:7'],
  }),
];

const WAITING = readiness({
  current_state: 'error',
  ready_for_execution: false,
  retry_eligible: false,
  attempts: 1,
  next_retry_at: timeAt(90_000),
  blocking_reason: 'retry_not_eligible',
  results: { charged: false },
  transitions: [{ to: 'error', at: timeAt(200) }],
  words: `failed once and waits until ${timeAt(90_000)}`,
});

function showStep(name: string, tab: 'step' | 'readiness' | 'data'): void {
  openTemplate(VIEW);
  usePreferences.setState({ detailsTab: tab });
  selectStep(name, 'canvas');
  show(<Details />);
}

function showWaitingStep(tab: 'step' | 'readiness' | 'data'): void {
  showLog(LOG);
  useRun.setState({ readiness: new Map([['charge', WAITING]]), readinessSeq: 2 });
  showStep('charge', tab);
}

describe('the selected step', () => {
  test('is told with its place in the graph and its children to go to', () => {
    showStep('fetch', 'step');
    expect(screen.getByRole('heading', { name: 'fetch' })).toBeTruthy();
    expect(screen.getByText('yes, one of 2 steps')).toBeTruthy();
    fireEvent.click(
      within(screen.getByRole('region', { name: '2 children' })).getByRole('button', { name: 'mail' }),
    );
    expect(useSelection.getState()).toMatchObject({ step: 'mail', by: 'details' });
    expect(screen.getByRole('heading', { name: 'mail' })).toBeTruthy();
  });

  test('that the text no longer has still tells what the run knows', () => {
    showStep('gone', 'step');
    expect(screen.getByText(/no longer has this step/)).toBeTruthy();
  });

  test('without a run says how to get one', () => {
    showStep('charge', 'readiness');
    expect(screen.getByText('No run yet')).toBeTruthy();
  });
});

describe('why it is not running', () => {
  test('is a sentence, a time and the columns behind it', () => {
    showWaitingStep('readiness');
    expect(screen.getByRole('region', { name: 'Why is it not running?' }).textContent).toContain(
      'charge failed once and waits until 1:30.000.Can run at the earliest at 1:30.000in 30.0 s',
    );
    const table = screen.getByRole('table');
    expect(within(table).getByRole('row', { name: /ready_for_execution/ }).textContent).toContain('no');
    expect(within(table).getByText('retry not eligible')).toBeTruthy();
    expect(within(table).getAllByLabelText('does not hold')).toHaveLength(3);
    expect(screen.getByText('waits to retry')).toBeTruthy();
    expect(screen.getByText('attempt 1 of 3')).toBeTruthy();
  });

  test('counts down with the clock of the run, and says when it is behind', () => {
    showWaitingStep('readiness');
    expect(screen.queryByText(/As of event/)).toBeNull();
    act(() => useRun.setState({ now: timeAt(80_000), readinessSeq: 1 }));
    expect(screen.getByText('in 10.0 s')).toBeTruthy();
    expect(screen.getByText('As of event #1.')).toBeTruthy();
  });
});

describe('the data of a step', () => {
  test('are its inputs, results, last failure, attempts and transitions', () => {
    const texts = clipboard();
    showWaitingStep('data');
    expect(screen.getByRole('tree', { name: 'Inputs' }).textContent).toContain('amount:12');
    expect(screen.getByRole('tree', { name: 'Results' }).textContent).toContain('charged:false');
    const failure = screen.getByRole('region', { name: 'Last failure' });
    expect(failure.textContent).toContain('Card declinedShop::Declinedcharge.rb:7');
    expect(screen.getByRole('region', { name: 'Transitions' }).textContent).toContain('0:00.200error');
    fireEvent.click(screen.getByRole('button', { name: 'Copy inputs' }));
    expect(JSON.parse(texts[0] ?? '')).toEqual({ amount: 12 });
    fireEvent.click(screen.getByTitle('Show event 2'));
    expect(useSelection.getState()).toMatchObject({ event: 2, step: 'charge', by: 'details' });
  });

  test('the chosen tab is remembered', () => {
    showStep('charge', 'step');
    fireEvent.mouseDown(screen.getByRole('tab', { name: 'Data' }), { button: 0 });
    expect(usePreferences.getState().detailsTab).toBe('data');
  });
});

describe('while no step is selected', () => {
  test('nothing open is an empty view', () => {
    show(<Details />);
    expect(screen.getByText('Nothing to show yet')).toBeTruthy();
  });

  test('before a run the template is summed up', () => {
    openTemplate({ ...VIEW, problems: [problem('error', 1), problem('error', 2)] });
    show(<Details />);
    expect(screen.getByRole('heading', { name: 'order' })).toBeTruthy();
    expect(screen.getByText('shop · 1.2.3')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '2 errors' }));
    expect(usePreferences.getState()).toMatchObject({ bottomTab: 'problems', showsPanel: true });
  });

  test('a run is told by its task: state, words, counts, end and reasons', () => {
    openTemplate(VIEW);
    showLog(LOG, { status: 'finished', outcome: 'stuck', reasons: ['charge has no attempts left'] });
    useRun.setState({ task: taskView() });
    show(<Details />);
    expect(screen.getByText('The task is at 20 %.')).toBeTruthy();
    expect(screen.getByText(/ended stuck/)).toBeTruthy();
    expect(screen.getByText('charge has no attempts left')).toBeTruthy();
  });
});

test('a template is four numbers, whatever its shape', () => {
  expect(shapeOf({ ...EMPTY_VIEW, ...VIEW })).toEqual({ steps: 3, depth: 2, roots: 1, leaves: 2 });
  expect(shapeOf(EMPTY_VIEW)).toEqual({ steps: 0, depth: 0, roots: 0, leaves: 0 });
});

test('steps that SQL counts nowhere are counted as others', () => {
  expect(stateCounts(taskView({ total_steps: 7 }))).toEqual([
    { state: 'complete', count: 1 },
    { state: 'in_progress', count: 1 },
    { state: 'pending', count: 3 },
    { state: 'other', count: 2 },
  ]);
});
