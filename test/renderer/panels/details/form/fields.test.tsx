// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { REVEAL } from '../../../../../src-renderer/panels/problems/reveal.ts';
import { showRun } from '../../../../../src-renderer/store/run/run.ts';
import { runView } from '../../support/run.ts';
import { enter, fakeChanges, press, setText, settled, showStep, showTemplate, TEXT } from './support.tsx';

vi.mock('../../../../../src-renderer/template/change-template.ts', () => ({ changeTemplate: vi.fn() }));

const PAY = ['step_templates', 1];

const input = (label: string): HTMLInputElement => {
  const field = screen.getByLabelText(label);
  if (field instanceof HTMLInputElement) return field;
  throw new Error(`${label} is no input`);
};

describe('a text field', () => {
  test('commits on leaving it, and only what was really changed', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    enter('handler_class', 'Pay');
    expect(edits).toEqual([]);
    fireEvent.change(input('handler_class'), { target: { value: 'Bank::Pay' } });
    expect(edits).toEqual([]);
    fireEvent.blur(input('handler_class'));
    await settled();
    expect(edits).toEqual([{ kind: 'set-value', path: [...PAY, 'handler_class'], value: 'Bank::Pay' }]);
  });

  test('commits on Enter, and not again on leaving it after that', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    fireEvent.change(input('dependent_system'), { target: { value: 'vault' } });
    fireEvent.keyDown(input('dependent_system'), { key: 'Enter' });
    fireEvent.blur(input('dependent_system'));
    await settled();
    expect(edits).toHaveLength(1);
  });

  test('gives the old value back on Escape, without anybody else hearing the key', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    fireEvent.change(input('handler_class'), { target: { value: 'No' } });
    fireEvent.keyDown(input('handler_class'), { key: 'Escape' });
    expect(input('handler_class').value).toBe('Pay');
    expect(heard).not.toHaveBeenCalled();
    fireEvent.keyDown(input('handler_class'), { key: 'Escape' });
    expect(heard).toHaveBeenCalledOnce();
    window.removeEventListener('keydown', heard);
    expect(edits).toEqual([]);
  });

  test('that is emptied takes an optional key away, and refuses to lose a required one', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    enter('description', '');
    enter('handler_class', '');
    await settled();
    expect(edits).toEqual([{ kind: 'delete-value', path: [...PAY, 'description'] }]);
    expect(screen.getByText(/Required: Tasker refuses/)).toBeTruthy();
    expect(input('handler_class').getAttribute('aria-invalid')).toBe('true');
  });

  test('says at once when there are too many characters', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    enter('dependent_system', 'x'.repeat(65));
    expect(screen.getByRole('alert').textContent).toBe('65 characters; 64 are the most.');
    expect(edits).toEqual([]);
  });

  test('keeps what was typed when the change is refused, and says why', async () => {
    fakeChanges({ kind: 'refused', message: 'An anchor is in the way.', hint: '' });
    await showStep('pay');
    enter('handler_class', 'Other');
    await settled();
    expect(screen.getByRole('alert').textContent).toBe('An anchor is in the way.');
    expect(input('handler_class').value).toBe('Other');
  });

  test('shows a number as it is written, and takes it for what it is typed over with', async () => {
    const edits = fakeChanges();
    await showTemplate();
    expect(input('version').value).toBe('1.0');
    enter('version', '1.0.0');
    await settled();
    expect(edits).toEqual([{ kind: 'set-value', path: ['version'], value: '1.0.0' }]);
  });
});

describe('while somebody types', () => {
  test('a reading that changes nothing here leaves the text alone; one that changes the value wins', async () => {
    fakeChanges();
    await showStep('pay');
    fireEvent.change(input('handler_class'), { target: { value: 'Pa' } });
    setText(TEXT.replace('Takes the money', 'Takes much money'));
    await settled();
    expect(screen.getByDisplayValue('Takes much money')).toBeTruthy();
    expect(input('handler_class').value).toBe('Pa');
    setText(TEXT.replace('handler_class: Pay', 'handler_class: Elsewhere'));
    await settled();
    expect(input('handler_class').value).toBe('Elsewhere');
    setText(TEXT);
    await settled();
    expect(input('handler_class').value).toBe('Pay');
  });

  test('a step that has moved meanwhile is not mistaken for another', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    const { useDocument } = await import('../../../../../src-renderer/store/document.ts');
    // Typed, but not read yet.
    act(() =>
      useDocument.setState({ text: TEXT.replace('  - name: fetch\n    handler_class: Fetch\n', '') }),
    );
    enter('handler_class', 'Other');
    await settled();
    expect(edits).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('changed at the same time');
  });
});

describe('every field', () => {
  test('names its default, explains itself, and goes back to the default', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    const limit = input('default_retry_limit');
    expect(limit.placeholder).toBe('default: 3');
    const help = document.getElementById(limit.getAttribute('aria-describedby')?.split(' ')[0] ?? '');
    expect(help?.textContent).toMatch(/^How many attempts/);
    expect(help?.className).toBe('unseen');
    press('Help on default_retry_limit');
    expect(help?.className).not.toBe('unseen');
    press('Reset default_retry_limit to default: 3');
    await settled();
    expect(edits).toEqual([{ kind: 'delete-value', path: [...PAY, 'default_retry_limit'] }]);
  });

  test('shows where it stands in the text', async () => {
    fakeChanges();
    await showStep('pay');
    const places: unknown[] = [];
    const hear = (event: Event): void => void (event instanceof CustomEvent && places.push(event.detail));
    window.addEventListener(REVEAL, hear);
    press('Show default_retry_limit in text');
    press('Show in text');
    window.removeEventListener(REVEAL, hear);
    const length = 'default_retry_limit: 5'.length;
    expect(places).toEqual([
      { offset: TEXT.indexOf('default_retry_limit: 5'), length },
      { offset: TEXT.indexOf('pay'), length: 3 },
    ]);
  });

  test('tells what is wrong with its value', async () => {
    fakeChanges();
    await showStep('pay', TEXT.replace('default_retry_limit: 5', 'default_retry_limit: five'));
    const field = document.querySelector('[data-key="default_retry_limit"]');
    expect(field?.textContent).toMatch(/did not match the following type: integer/);
    expect(within(field as HTMLElement).getByRole('img', { name: 'error' })).toBeTruthy();
  });
});

describe('a number', () => {
  test('must be one', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    enter('default_retry_limit', '3.5');
    expect(screen.getByRole('alert').textContent).toMatch(/whole number/);
    enter('default_retry_limit', '005');
    expect(input('default_retry_limit').value).toBe('5');
    enter('default_retry_limit', ' 7 ');
    await settled();
    expect(edits).toEqual([{ kind: 'set-value', path: [...PAY, 'default_retry_limit'], value: 7 }]);
  });
});

describe('a boolean', () => {
  test('is true, false or not given, and changes at once', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    const group = screen.getByRole('group', { name: 'default_retryable' });
    const chosen = within(group)
      .getAllByRole('radio')
      .filter((radio) => (radio as HTMLInputElement).checked);
    expect(chosen.map((radio) => radio.parentElement?.textContent)).toEqual(['true']);
    fireEvent.click(within(group).getByLabelText('default: true'));
    fireEvent.click(within(group).getByLabelText('false'));
    await settled();
    expect(edits).toEqual([
      { kind: 'delete-value', path: [...PAY, 'default_retryable'] },
      { kind: 'set-value', path: [...PAY, 'default_retryable'], value: false },
    ]);
  });
});

describe('a locked form', () => {
  test('says that a run is under way, and can still be read', async () => {
    fakeChanges();
    await showStep('pay');
    act(() => showRun(runView({ status: 'paused' })));
    expect(screen.getByText('A run is under way: stop it to change the template.')).toBeTruthy();
    expect(input('handler_class').disabled).toBe(true);
    expect(input('handler_class').value).toBe('Pay');
    press('Help on handler_class');
  });

  test('keeps the last values of a text that has a syntax error, and leads to it', async () => {
    fakeChanges();
    await showStep('pay');
    setText(TEXT.replace('url: http://bank', 'url: "http://bank'));
    await settled();
    expect(screen.getByText(/this is how it was before it/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show the error' })).toBeTruthy();
    expect(input('default_retry_limit').value).toBe('5');
    expect(input('default_retry_limit').disabled).toBe(true);
  });
});
