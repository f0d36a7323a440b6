// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { knownKeys } from '../../../../../src-renderer/panels/details/form/state/key-help.ts';
import { useSelection } from '../../../../../src-renderer/store/selection.ts';
import { changeTemplate } from '../../../../../src-renderer/template/change-template.ts';
import { enter, fakeChanges, pick, press, setText, settled, showStep, TEXT } from './support.tsx';

vi.mock('../../../../../src-renderer/template/change-template.ts', () => ({ changeTemplate: vi.fn() }));

const PAY = ['step_templates', 1];
const CONFIG = [...PAY, 'handler_config'];

test('every key the schema knows of a step has a field, and of an API step every key of its configuration', async () => {
  fakeChanges();
  const form = await showStep('pay');
  const keys = [...knownKeys('step'), ...knownKeys('step', ['handler_config'])];
  const missing = keys.filter(
    (key) =>
      key !== 'type' &&
      within(form).queryAllByText((_text, element) => {
        const label = element?.tagName === 'LABEL' ? (element.textContent ?? '') : '';
        return label.split(', ').includes(key);
      }).length === 0,
  );
  expect(missing).toEqual([]);
  expect(within(form).getByRole('switch', { name: /type: api/ })).toBeTruthy();
});

describe('the name', () => {
  test('takes every reference along, and the selection and the focus stay with the step', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    vi.mocked(changeTemplate).mockImplementation((edit) => {
      setText(TEXT.replaceAll(/\bpay\b/g, 'charge'));
      expect(edit).toEqual({ kind: 'rename-step', step: 'pay', name: 'charge' });
      return Promise.resolve({ kind: 'changed', steps: ['charge'] });
    });
    const field = screen.getByLabelText('name');
    act(() => field.focus());
    fireEvent.change(field, { target: { value: 'charge' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await settled();
    expect(useSelection.getState().step).toBe('charge');
    expect(screen.getByRole('heading', { name: 'charge' })).toBeTruthy();
    expect(field.isConnected).toBe(true);
    expect(document.activeElement).toBe(field);
    expect(screen.getByDisplayValue('charge')).toBe(field);
    expect(edits).toEqual([]);
  });

  test('of another step is refused while it is typed', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    enter('name', 'ship');
    expect(screen.getByRole('alert').textContent).toBe('Another step is called ship.');
    expect(edits).toEqual([]);
  });
});

describe('parents', () => {
  test('are chips that can be taken out, whichever key names them', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    press('Remove fetch');
    await settled();
    expect(edits).toEqual([{ kind: 'disconnect', from: 'fetch', to: 'pay' }]);
    expect(screen.getByText('A root: it starts with the task.')).toBeTruthy();
  });

  test('lead to their steps', async () => {
    fakeChanges();
    await showStep('ship');
    fireEvent.click(screen.getByRole('button', { name: 'pay' }));
    expect(useSelection.getState()).toMatchObject({ step: 'pay', by: 'details' });
  });

  test('are added from a list in which those that would close a cycle say so', async () => {
    const edits = fakeChanges();
    await showStep('fetch');
    const field = screen.getByRole('combobox', { name: 'Add a parent' });
    fireEvent.focus(field);
    const offers = screen.getAllByRole('option').map((each) => each.textContent);
    expect(offers).toEqual([
      'payThat would be a cycle: fetch → pay → fetch.',
      'shipThat would be a cycle: fetch → pay → ship → fetch.',
    ]);
    fireEvent.keyDown(field, { key: 'Enter' });
    await settled();
    expect(edits).toEqual([]);
  });

  test('are added with the keyboard alone', async () => {
    const edits = fakeChanges();
    await showStep('ship');
    pick('Add a parent', 'fet');
    await settled();
    expect(edits).toEqual([{ kind: 'connect', from: 'fetch', to: 'ship' }]);
  });

  test('that no step is called by can be taken out', async () => {
    const edits = fakeChanges();
    await showStep('ship', TEXT.replace('[pay]', '[pay, gone]'));
    expect(screen.getByTitle('No step has this name').textContent).toBe('gone');
    press('Remove gone');
    await settled();
    expect(edits).toEqual([
      {
        kind: 'several',
        edits: [{ kind: 'delete-value', path: ['step_templates', 2, 'depends_on_steps', 1] }],
      },
    ]);
  });
});

describe('attempts', () => {
  test('are told with the waits between them', async () => {
    fakeChanges();
    const form = await showStep('pay');
    expect(form.textContent).toContain('1 try and 4 retries, after waits of 2 s, 4 s, 8 s and 16 s.');
  });

  test('that never happen are a trap that is told', async () => {
    fakeChanges();
    const form = await showStep('pay', TEXT.replace('default_retryable: true', 'default_retryable: false'));
    expect(form.textContent).toContain('With false the step never runs at all');
    expect(form.textContent).not.toContain('1 try');
  });
});

describe('the configuration of a handler', () => {
  test('of an API step has fields, and says which other keys are dropped', async () => {
    const edits = fakeChanges();
    const form = await showStep('pay');
    enter('url', 'https://bank');
    press('Add the usual JSON headers');
    expect(form.textContent).toContain('of an API step only the keys above survive');
    expect(screen.getByRole('textbox', { name: 'Key timeout' })).toBeTruthy();
    await settled();
    expect(edits).toEqual([
      { kind: 'set-value', path: [...CONFIG, 'url'], value: 'https://bank' },
      {
        kind: 'set-value',
        path: [...CONFIG, 'headers'],
        value: { 'Content-Type': 'application/json', Accept: 'application/json' },
      },
    ]);
  });

  test('becomes one of an API step, and stops being one', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    fireEvent.click(screen.getByRole('switch'));
    await settled();
    act(() => useSelection.setState({ step: 'fetch' }));
    await screen.findByDisplayValue('Fetch');
    fireEvent.click(screen.getByRole('switch'));
    await settled();
    expect(edits).toEqual([
      { kind: 'delete-value', path: [...CONFIG, 'type'] },
      { kind: 'set-value', path: ['step_templates', 0, 'handler_config'], value: { type: 'api' } },
    ]);
  });

  test('of any other handler is a map of typed values', async () => {
    const edits = fakeChanges();
    await showStep('pay', TEXT.replace('      type: api\n', ''));
    const type = screen.getByLabelText('Type of timeout');
    fireEvent.change(type, { target: { value: 'text' } });
    enter('Key timeout', 'patience');
    fireEvent.change(screen.getByLabelText('New key in handler_config'), { target: { value: 'deep' } });
    press('Add key to handler_config');
    press('Remove url');
    await settled();
    expect(edits).toEqual([
      { kind: 'set-value', path: [...CONFIG, 'timeout'], value: '5' },
      { kind: 'rename-key', path: [...CONFIG, 'timeout'], key: 'patience' },
      { kind: 'set-value', path: [...CONFIG, 'deep'], value: '' },
      { kind: 'delete-value', path: [...CONFIG, 'url'] },
    ]);
  });

  test('can hold maps and lists in each other', async () => {
    const edits = fakeChanges();
    const text = TEXT.replace('timeout: 5', 'hosts: [{port: 80}, {port: 81}]');
    await showStep('pay', text);
    fireEvent.change(screen.getAllByLabelText('port')[1] ?? document.body, { target: { value: '82' } });
    fireEvent.blur(screen.getAllByLabelText('port')[1] ?? document.body);
    press('Add item');
    await settled();
    expect(edits).toEqual([
      { kind: 'set-value', path: [...CONFIG, 'hosts', 1, 'port'], value: 82 },
      { kind: 'set-value', path: [...CONFIG, 'hosts', 2], value: {} },
    ]);
  });

  test('that is no map at all is shown as JSON, checked before it is taken', async () => {
    const edits = fakeChanges();
    await showStep('pay', TEXT.replace(/handler_config:[\s\S]*?timeout: 5/, 'handler_config: [1]'));
    enter('handler_config', '{"a": }');
    expect(screen.getByText(/This is no JSON/)).toBeTruthy();
    enter('handler_config', '{"a": 1}');
    await settled();
    expect(edits).toEqual([{ kind: 'set-value', path: CONFIG, value: { a: 1 } }]);
  });
});

describe('custom events', () => {
  test('are names with descriptions, and said to be dropped', async () => {
    const edits = fakeChanges();
    const events = '    custom_events:\n      - name: order.paid\n  - name: ship';
    const form = await showStep('pay', TEXT.replace('  - name: ship', events));
    expect(form.textContent).toContain('Dropped when the template is loaded');
    enter('Name of event 1', 'order.charged');
    enter('Description of event 1', 'when it is');
    press('Remove event 1');
    press('Add event');
    await settled();
    expect(edits.map((edit) => ('path' in edit ? edit.path.slice(2).join('.') : edit.kind))).toEqual([
      'custom_events.0.name',
      'custom_events.0.description',
      'custom_events',
      'custom_events.1',
    ]);
  });
});

test('keys that nothing reads are shown and kept', async () => {
  fakeChanges();
  const form = await showStep(
    'pay',
    TEXT.replace('dependent_system: bank', 'dependent_system: bank\n    colour: red'),
  );
  expect(within(form).getByRole('region', { name: 'Notes' }).textContent).toContain('nothing reads it');
  expect(screen.getByRole('textbox', { name: 'Key colour' })).toBeTruthy();
});
