// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Tooltip } from 'radix-ui';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '../../../src-engine/template/problem.ts';
import { Canvas } from '../../../src-renderer/canvas/canvas.tsx';
import { useDocument } from '../../../src-renderer/store/document.ts';
import { selectStep, useSelection } from '../../../src-renderer/store/selection.ts';
import { stepNode, viewOf } from '../graph/graphs.ts';
import { FakeWorker } from './fake-worker.ts';
import { change, open, passTime, preparePage, runWith } from './page.ts';

const ORDER = viewOf({ validate: [], pay: ['validate'], reserve: ['validate'], ship: ['pay', 'reserve'] });

beforeEach(preparePage);
afterEach(cleanup);

function show(): void {
  render(
    <Tooltip.Provider>
      <Canvas />
    </Tooltip.Provider>,
  );
}

function canvas(): HTMLElement {
  return screen.getByRole('application', { name: /graph of the template/i });
}

test('every step is a card with its name, its handler and what it is allowed', async () => {
  show();
  const steps = [stepNode('validate', 0, { handlerClass: 'Shop::ValidateHandler', retryLimit: 3 })];
  await act(() => open({ ...viewOf({ validate: [] }), steps }));
  expect(screen.getByText('validate')).toBeTruthy();
  expect(screen.getByText('ValidateHandler').title).toBe('Shop::ValidateHandler');
  expect(screen.getByText('up to 3 attempts')).toBeTruthy();
});

test('in a run a card says state and attempt, in words and for screen readers', async () => {
  show();
  await act(() => open(ORDER));
  act(() =>
    runWith({
      validate: { state: 'complete', attempt: 1 },
      pay: { state: 'in_progress', attempt: 2 },
      reserve: { state: 'on_fire', attempt: 1 },
    }),
  );
  expect(screen.getByLabelText('validate, complete, attempt 1 of 3')).toBeTruthy();
  expect(screen.getByLabelText('pay, in progress, attempt 2 of 3')).toBeTruthy();
  expect(screen.getByLabelText('reserve, on fire, attempt 1 of 3')).toBeTruthy();
  expect(screen.getByLabelText('ship, pending')).toBeTruthy();
});

test('a failed step with a time for its next attempt waits, and counts down in virtual time', async () => {
  show();
  await act(() => open(ORDER));
  act(() =>
    runWith({
      pay: { state: 'error', attempt: 2, retryIn: 63_000 },
      reserve: { state: 'error', attempt: 3 },
    }),
  );
  expect(screen.getByLabelText('pay, waits to retry, attempt 2 of 3')).toBeTruthy();
  expect(screen.getByLabelText('reserve, error, attempt 3 of 3')).toBeTruthy();
  expect(screen.getByText('1 m 03 s')).toBeTruthy();
  act(() => passTime(58_800));
  expect(screen.getByText('4.2 s')).toBeTruthy();
  act(() => passTime(5_000));
  expect(screen.getByLabelText('pay, error, attempt 2 of 3')).toBeTruthy();
});

test('a card carries the number of problems of its step', async () => {
  const place = { line: 1, column: 1, offset: 0, length: 0 };
  const problem: Problem = { code: 'c', severity: 'error', message: '', hint: '', path: '', ...place };
  show();
  const problems = [
    { ...problem, path: '/step_templates/1/name' },
    { ...problem, path: '/step_templates/1' },
  ];
  await act(() => open({ ...ORDER, problems }));
  expect(screen.getByTitle('2 problems').textContent).toBe('2');
  expect(screen.getByLabelText('pay, 2 problems')).toBeTruthy();
});

test('edges of a finished parent and of a cycle look different', async () => {
  show();
  await act(() => open(viewOf({ a: ['b'], b: ['a'], c: ['a'] }, { cycles: [['a', 'b', 'a']] })));
  act(() => runWith({ a: { state: 'complete', attempt: 1 } }));
  const classes = (edge: string): string =>
    document.querySelector(`[data-edge="${edge}"]`)?.getAttribute('class') ?? '';
  expect(classes('a > c')).toMatch(/done/);
  expect(classes('b > a')).not.toMatch(/done/);
  expect(classes('a > b')).toMatch(/cycle/);
  expect(screen.getAllByText('cycle')).toHaveLength(2);
});

test('a click selects, a click beside the cards clears', async () => {
  show();
  await act(() => open(ORDER));
  fireEvent.click(screen.getByText('pay'));
  expect(useSelection.getState()).toMatchObject({ step: 'pay', by: 'canvas' });
  expect(canvas().getAttribute('aria-activedescendant')).toBe('canvas-step-1');
  expect(document.querySelector('#canvas-step-1')?.getAttribute('aria-label')).toBe('pay');
  const pane = document.querySelector('.react-flow__pane');
  if (pane !== null) fireEvent.click(pane);
  expect(useSelection.getState().step).toBeNull();
});

test('arrow keys walk along edges, Enter asks for details, Escape clears', async () => {
  const told = vi.fn<(event: Event) => void>();
  window.addEventListener('workbench:command', told);
  show();
  await act(() => open(ORDER));
  const press = (key: string): void => void fireEvent.keyDown(canvas(), { key });
  press('Enter');
  expect(told).not.toHaveBeenCalled();
  press('ArrowDown');
  expect(useSelection.getState().step).toBe('validate');
  press('ArrowDown');
  press('ArrowRight');
  press('ArrowDown');
  expect(useSelection.getState().step).toBe('ship');
  press('Home');
  expect(useSelection.getState().step).toBe('validate');
  press('Enter');
  expect(told.mock.calls[0]?.[0]).toMatchObject({ detail: 'go.details' });
  press('Escape');
  expect(useSelection.getState().step).toBeNull();
  window.removeEventListener('workbench:command', told);
});

test('keys with Ctrl or Alt are shortcuts of the window, not of the canvas', async () => {
  show();
  await act(() => open(ORDER));
  fireEvent.keyDown(canvas(), { key: 'ArrowDown', altKey: true });
  expect(useSelection.getState().step).toBeNull();
});

test('a text that cannot be read keeps the last graph, and says so', async () => {
  show();
  await act(() => open(ORDER));
  await act(() => change({ ...viewOf({ validate: [] }), isBroken: true }));
  expect(screen.getByText('ship')).toBeTruthy();
  expect(screen.getByText(/cannot be read just now/)).toBeTruthy();
  await act(() => change(viewOf({ validate: [], ship: [] })));
  expect(screen.queryByText(/cannot be read/)).toBeNull();
  expect(screen.queryByText('pay')).toBeNull();
});

test('a template without steps says where they are written', async () => {
  show();
  await act(() => open(viewOf({})));
  expect(screen.getByText('This template has no steps yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add the first step' })).toBeTruthy();
});

test('while a layout takes long one can have the simple one, and the full one later', async () => {
  FakeWorker.isPrompt = false;
  show();
  await act(() => open(viewOf({ pack: [], label: ['pack'], ship: ['pack', 'label'] })));
  expect(screen.getByText('Laying out 3 steps…')).toBeTruthy();
  expect(screen.queryByText('ship')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Simple layout now' }));
  expect(screen.getByText('ship')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Lay out in full' }));
  act(() => FakeWorker.started.at(-1)?.answer());
  expect(screen.queryByText(/Simple layout/)).toBeNull();
});

test('words and states change without another layout, and so does a name', async () => {
  show();
  await act(() => open(ORDER));
  const asked = (): number => FakeWorker.started.flatMap(({ requests }) => requests).length;
  const before = asked();
  const steps = ORDER.steps.map((step) => ({ ...step, handlerClass: 'Other' }));
  await act(() => change({ ...ORDER, steps }));
  await act(() =>
    change(
      viewOf({ validate: [], charge: ['validate'], reserve: ['validate'], ship: ['charge', 'reserve'] }),
    ),
  );
  act(() => runWith({ validate: { state: 'complete' } }));
  expect(screen.getByText('charge')).toBeTruthy();
  expect(asked()).toBe(before);
});

test('a layout of the document before is not shown in the next one', async () => {
  FakeWorker.isPrompt = false;
  show();
  await act(() => open(viewOf({ old: [], older: ['old'] })));
  await act(() => open(viewOf({ fresh: [] })));
  act(() => FakeWorker.started.forEach((worker) => worker.answer()));
  expect(screen.getByText('fresh')).toBeTruthy();
  expect(screen.queryByText('old')).toBeNull();
});

test('the selection made elsewhere is shown', async () => {
  show();
  await act(() => open(ORDER));
  act(() => selectStep('reserve', 'text'));
  expect(screen.getAllByLabelText('reserve').some(({ className }) => className.includes('selected'))).toBe(
    true,
  );
  expect(useDocument.getState().isOpen).toBe(true);
});
