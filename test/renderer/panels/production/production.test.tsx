// @vitest-environment happy-dom
import { ORPCError } from '@orpc/client';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Production } from '../../../../src-renderer/panels/production/production.tsx';
import { disconnect } from '../../../../src-renderer/production/connect.ts';
import { ProductionStrip } from '../../../../src-renderer/shell/production/production-strip.tsx';
import { changeTaskFilter } from '../../../../src-renderer/production/list-tasks.ts';
import { NO_FILTER } from '../../../../src-renderer/store/production/filter.ts';
import { useProduction } from '../../../../src-renderer/store/production/production.ts';
import { useDocument } from '../../../../src-renderer/store/document.ts';
import { clipboard, show } from '../support/screen.tsx';
import { FACTS, OVERVIEW, PAGE, production, SAVED, showOpen } from './fake-production.ts';

vi.mock('../../../../src-renderer/api/engine.ts', async () => {
  const { production: fake } = await import('./fake-production.ts');
  return { engine: async () => ({ production: fake }), onNewLine: () => () => {}, isConnected: () => true };
});

beforeEach(() => {
  for (const call of Object.values(production)) call.mockClear();
  showOpen();
});
afterEach(() => {
  disconnect();
  changeTaskFilter(NO_FILTER);
});

const tab = (name: string) => {
  const found = screen.getByRole('tab', { name });
  fireEvent.mouseDown(found);
  fireEvent.focus(found);
};

describe('the overview', () => {
  test('says what was counted, and leads from a state to its tasks', async () => {
    show(<Production />);
    await screen.findByText(/the newest 100,000 of about 2,300,000 tasks/);
    expect(screen.getByRole('img', { name: /12 created, 10 completed, 1 failed/ })).toBeTruthy();
    expect(screen.getByText('1 m 01 s')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '1,000 error' }));
    await waitFor(() => expect(production.tasks).toHaveBeenCalled());
    expect(production.tasks.mock.lastCall?.[0]).toMatchObject({ filter: { states: ['error'] } });
  });

  test('tells in its place what went wrong, and tries again', async () => {
    const data = { code: 'slow', hint: 'Look at less.' };
    production.overview.mockRejectedValueOnce(
      new ORPCError('INSPECTION_FAILED', { defined: true, message: 'It took too long.', data }),
    );
    show(<Production />);
    expect((await screen.findByRole('alert')).textContent).toContain('It took too long.Look at less.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/Counted/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('gives its question up when it is left', async () => {
    let signal: AbortSignal | undefined;
    production.overview.mockImplementationOnce((_input, options) => {
      ({ signal } = options);
      return new Promise(() => {});
    });
    show(<Production />);
    await waitFor(() => expect(signal?.aborted).toBe(false));
    tab('Stuck');
    expect(signal?.aborted).toBe(true);
  });
});

describe('the tasks', () => {
  test('are listed, and more are asked for where the last page ended', async () => {
    useProduction.setState({ view: 'tasks' });
    show(<Production />);
    await screen.findByText('order_seven');
    expect(screen.getByText('2 shown, the newest 5,000 looked at.')).toBeTruthy();
    production.tasks.mockResolvedValueOnce({ rows: [], next: null, looked: 800 });
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
    await screen.findByText('2 shown, all 5,800 looked at.');
    expect(production.tasks.mock.lastCall?.[0]).toMatchObject({ before: PAGE.next });
  });

  test('are walked by the arrow keys and opened by Enter', async () => {
    useProduction.setState({ view: 'tasks' });
    show(<Production />);
    await screen.findByText('order_seven');
    const list = screen.getByRole('grid', { name: 'Tasks in production' });
    fireEvent.keyDown(list, { key: 'End' });
    expect(production.task).not.toHaveBeenCalled();
    fireEvent.keyDown(list, { key: 'Enter' });
    await screen.findByRole('heading', { name: 'order_seven' });
    expect(production.task.mock.lastCall?.[0]).toEqual({ connection: 'c1', task: '7' });
  });
});

describe('a task', () => {
  test('says why it does not go on, and offers what can be done as text to copy only', async () => {
    const copied = clipboard();
    useProduction.setState({ task: '7' });
    show(<Production />);
    const pane = await screen.findByRole('region', { name: 'Why it does not go on' });
    expect(pane.textContent).toContain('All 3 attempts are used up.');
    expect(pane.textContent).toContain('The workbench never runs any of it');
    fireEvent.click(within(pane).getByRole('button', { name: 'Copy: Reset the attempts', hidden: true }));
    await waitFor(() => expect(copied).toEqual(['bin/reset 71']));
  });

  test('is brought home with what looks secret replaced, unless somebody says otherwise', async () => {
    production.bringHome.mockReturnValue(new Promise(() => {}));
    useProduction.setState({ task: '7', isBringingHome: true });
    show(<Production />);
    await screen.findByRole('checkbox', { name: /card/ });
    fireEvent.click(screen.getByRole('checkbox', { name: /amount/ }));
    fireEvent.click(screen.getByRole('radio', { name: /Is lost/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Bring it home' }));
    await waitFor(() => expect(production.bringHome).toHaveBeenCalled());
    expect(production.bringHome.mock.lastCall?.[0]).toEqual({
      connection: 'c1',
      task: '7',
      functions: 'profile',
      profile: 'documented',
      mask: ['card', 'amount'],
      inProgress: 'lost',
    });
  });
});

test('what is stuck is grouped by its kind', async () => {
  useProduction.setState({ view: 'stuck' });
  show(<Production />);
  const group = await screen.findByRole('region', { name: 'Out of attempts' });
  expect(group.textContent).toContain('charge');
  expect(screen.getByText('1 found among all 40 open tasks.')).toBeTruthy();
});

test('drift compares the text that is open', async () => {
  useDocument.setState({ isOpen: true, text: 'name: order\n', name: 'order.yaml' });
  useProduction.setState({ view: 'drift' });
  show(<Production />);
  await screen.findByRole('cell', { name: 'Retry limit of charge' });
  expect(production.drift.mock.lastCall?.[0]).toEqual({ connection: 'c1', text: 'name: order\n' });
});

describe('the frame', () => {
  test('says where one is, and warns of a server nobody has checked', () => {
    show(<ProductionStrip />);
    const strip = screen.getByRole('region', { name: 'Production connection' });
    for (const words of ['orders, live', 'PRODUCTION', 'read only', 'standby', 'encrypted, not verified'])
      expect(strip.textContent).toContain(words);
  });

  test('tells once that the connection is closed, and what was read stays', async () => {
    show(
      <>
        <ProductionStrip />
        <Production />
      </>,
    );
    await screen.findByText(/Counted/);
    production.overview.mockRejectedValueOnce(
      new ORPCError('NO_SUCH_CONNECTION', { defined: true, message: 'This connection is closed.' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await screen.findByText(/The connection was closed/);
    expect(screen.getByText(OVERVIEW.estimatedTasks.toLocaleString('en'), { exact: false })).toBeTruthy();
    expect(useProduction.getState().phase).toEqual({ kind: 'lost', saved: SAVED, facts: FACTS });
  });
});
