// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { formView } from '../../../../../src-engine/api/views/form-view.ts';
import type { FormPart } from '../../../../../src-engine/api/views/form-view.ts';
import { overrideTarget } from '../../../../../src-renderer/panels/details/form/overrides/override-target.ts';
import { useDocument } from '../../../../../src-renderer/store/document.ts';
import { enter, fakeChanges, pick, press, settled, showStep, TEXT } from './support.tsx';

vi.mock('../../../../../src-renderer/template/change-template.ts', () => ({ changeTemplate: vi.fn() }));

const ENTRY = ['environments', 'production', 'step_templates', 0];

const part = (step: number | null, text = TEXT): FormPart => {
  const view = formView(text, step);
  return step === null ? view.template : (view.step ?? view.template);
};

const target = (of: FormPart, environment: string) => {
  const override = of.overrides.find((each) => each.environment === environment);
  if (override === undefined) throw new Error(`no environment ${environment}`);
  return overrideTarget(of, override);
};

describe('the table of a step', () => {
  test('shows base and override of what is different, and changes it', async () => {
    const edits = fakeChanges();
    await showStep('pay');
    const row = screen.getByRole('group', { name: 'default_retry_limit by environment' });
    expect(row.textContent).toContain('base5');
    expect(within(row).getByLabelText('default_retry_limit in test')).toBeTruthy();
    enter('default_retry_limit in production', '12');
    press('Take default_retry_limit in production back');
    await settled();
    expect(edits).toEqual([
      { kind: 'set-value', path: [...ENTRY, 'default_retry_limit'], value: 12 },
      // The entry would only name its step after this.
      { kind: 'delete-value', path: ENTRY.slice(0, -1) },
    ]);
  });

  test('shows the chosen environments only', async () => {
    fakeChanges();
    await showStep('pay');
    fireEvent.click(screen.getByLabelText('Show test'));
    expect(screen.queryByLabelText('default_retry_limit in test')).toBeNull();
    fireEvent.click(screen.getByLabelText('Show production'));
    expect(screen.getByText('Nothing is different there.')).toBeTruthy();
  });

  test('adds an override of another key, with everything it needs', async () => {
    const edits = fakeChanges();
    await showStep('fetch');
    pick('Override a key', 'handler_config.url');
    enter('handler_config.url in test', 'http://localhost');
    await settled();
    expect(edits).toEqual([
      {
        kind: 'set-value',
        path: ['environments', 'test'],
        value: { step_templates: [{ name: 'fetch', handler_config: { url: 'http://localhost' } }] },
      },
    ]);
  });

  test('shows what becomes of two maps', async () => {
    fakeChanges();
    const text = TEXT.replace('default_retry_limit: 9', 'handler_config: {params: {a: 1}}').replace(
      'timeout: 5',
      'params: {b: 2}',
    );
    await showStep('pay', text);
    const row = screen.getByRole('group', { name: 'handler_config.params by environment' });
    expect(row.textContent).toContain('together{"b":2,"a":1}');
  });
});

describe('an override', () => {
  test('is put where it belongs, whatever is missing on the way there', () => {
    const limit = ['default_retry_limit'];
    expect(target(part(1), 'production').set(limit, 3)).toMatchObject({
      path: [...ENTRY, ...limit],
      value: 3,
    });
    expect(target(part(0), 'production').set(limit, 3)).toMatchObject({
      path: ['environments', 'production', 'step_templates', 1],
      value: { name: 'fetch', default_retry_limit: 3 },
    });
    const bare = TEXT.replace(/ {4}step_templates:\n.*\n.*limit: 9\n/, '');
    expect(target(part(0, bare), 'production').set(limit, 3)).toMatchObject({
      path: ['environments', 'production', 'step_templates'],
      value: [{ name: 'fetch', default_retry_limit: 3 }],
    });
    expect(target(part(null), 'test').set(['version'], '3')).toMatchObject({
      path: ['environments', 'test'],
      value: { version: '3' },
    });
  });

  test('that is taken back takes along what would be left empty', () => {
    expect(target(part(null), 'production').remove(['version'])).toMatchObject({
      path: ['environments', 'production', 'version'],
    });
    const two = TEXT.replace(
      'default_retry_limit: 9',
      'default_retry_limit: 9\n      - name: ship\n        handler_config: {params: {a: 1}}',
    );
    expect(target(part(1, two), 'production').remove(['default_retry_limit'])).toMatchObject({ path: ENTRY });
    expect(target(part(2, two), 'production').remove(['handler_config', 'params', 'a'])).toMatchObject({
      path: ['environments', 'production', 'step_templates', 1],
    });
  });
});

test('a field says that its value does not count in the environment that is shown', async () => {
  fakeChanges();
  await showStep('pay');
  expect(screen.queryByText(/Not in production/)).toBeNull();
  act(() => useDocument.setState({ environment: 'production' }));
  expect((await screen.findByText(/Not in production/)).textContent).toBe(
    'Not in production: there it is 9.',
  );
  act(() => useDocument.setState({ environment: null }));
});
