// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  nextProblem,
  showAllSeverities,
  useProblemView,
} from '../../../../src-renderer/panels/problems/problem-walk.ts';
import { Problems } from '../../../../src-renderer/panels/problems/problems.tsx';
import { REVEAL } from '../../../../src-renderer/panels/problems/reveal.ts';
import { useSelection } from '../../../../src-renderer/store/selection.ts';
import { openTemplate, problem, step } from '../support/problems.ts';
import { clipboard, show } from '../support/screen.tsx';

const BROKEN = {
  steps: [step('charge', '/step_templates/0')],
  problems: [
    { ...problem('warning', 40), message: 'Rather not' },
    { ...problem('error', 20, '/step_templates/0/name'), message: 'No such name' },
  ],
};

let revealed: unknown[] = [];
const hear = (event: Event): void => void (event instanceof CustomEvent && revealed.push(event.detail));
const rows = (): readonly HTMLElement[] =>
  screen.getAllByRole('button').filter((button) => button.dataset['index'] !== undefined);

beforeEach(() => {
  revealed = [];
  window.addEventListener(REVEAL, hear);
});

afterEach(() => {
  window.removeEventListener(REVEAL, hear);
  showAllSeverities();
  useProblemView.setState({ current: null });
});

describe('with nothing to list', () => {
  test('no template and no problems are told apart', () => {
    show(<Problems />);
    expect(screen.getByText('No template is open')).toBeTruthy();
    act(() => openTemplate({}));
    expect(screen.getByText('No problems')).toBeTruthy();
  });
});

describe('the list', () => {
  test('says all there is to say, worst first', () => {
    openTemplate(BROKEN);
    show(<Problems />);
    expect(rows().map(({ textContent }) => textContent)).toEqual([
      'No such nameMend itchargesome-code1:21',
      'Rather notMend itsome-code1:41',
    ]);
  });

  test('a click selects the step and shows the place in the text', () => {
    openTemplate(BROKEN);
    show(<Problems />);
    fireEvent.click(screen.getByText('No such name'));
    expect(useSelection.getState()).toMatchObject({ step: 'charge', by: 'problems' });
    expect(revealed).toEqual([{ offset: 20, length: 3 }]);
    expect(rows()[0]?.getAttribute('aria-current')).toBe('true');
  });

  test('a problem of no step leaves the selection alone', () => {
    openTemplate(BROKEN);
    show(<Problems />);
    fireEvent.click(screen.getByText('Rather not'));
    expect(useSelection.getState().step).toBeNull();
    expect(revealed).toHaveLength(1);
  });

  test('Tab leads to one row, arrows to the others', () => {
    openTemplate(BROKEN);
    show(<Problems />);
    expect(rows().map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
    fireEvent.keyDown(rows()[0] ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(rows()[1]);
  });

  test('severities are counted, and can be left out', () => {
    openTemplate(BROKEN);
    show(<Problems />);
    fireEvent.click(screen.getByRole('button', { name: '1 error' }));
    expect(rows()).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: '1 warning' }));
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(rows()).toHaveLength(2);
  });

  test('is copied whole or one by one', () => {
    const texts = clipboard();
    openTemplate(BROKEN);
    show(<Problems />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy the problems shown' }));
    fireEvent.click(screen.getAllByRole('button', { name: 'Copy this problem' })[1] ?? document.body);
    expect(texts[0]?.split('\n')).toHaveLength(4);
    expect(texts[1]).toContain('Rather not');
  });

  test('of a thousand problems only those in sight are in the page', () => {
    openTemplate({ problems: Array.from({ length: 1_000 }, (_, index) => problem('error', index)) });
    show(<Problems />);
    expect(screen.getByRole('button', { name: '1,000 errors' })).toBeTruthy();
    expect(rows().length).toBeLessThan(60);
  });
});

test('the next problem is gone to as by a click, from anywhere', () => {
  openTemplate(BROKEN);
  nextProblem(1);
  expect(useSelection.getState()).toMatchObject({ step: 'charge', by: 'problems' });
  nextProblem(1);
  nextProblem(1);
  nextProblem(-1);
  expect(revealed).toEqual([20, 40, 20, 40].map((offset) => ({ offset, length: 3 })));
});
