// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { helpFor, knownKeys } from '../../../../../src-renderer/panels/details/form/state/key-help.ts';
import { enter, fakeChanges, pick, press, settled, showTemplate, TEXT } from './support.tsx';

vi.mock('../../../../../src-renderer/template/change-template.ts', () => ({ changeTemplate: vi.fn() }));

const NOTES = 'configuration: {a: 1}\ntags: [x]\n';

test('every key the schema knows of a template has a field, or is shown as a note', async () => {
  fakeChanges();
  const form = await showTemplate();
  // Steps have forms of their own, and the context has a tab.
  const keys = knownKeys('template').filter((key) => !['step_templates', 'schema'].includes(key));
  const labels = [...form.querySelectorAll('label')].map((label) => label.textContent);
  const [notes, read] = [keys.filter(isNote), keys.filter((key) => !isNote(key))];
  expect(read.filter((key) => !labels.includes(key))).toEqual([]);
  expect(notes).toEqual(['configuration', 'handler_config', 'annotations', 'tags', 'dependent_systems']);
});

function isNote(key: string): boolean {
  return helpFor('template', [key]).isNote;
}

test('the forms take their words from the schema: every key explains itself', () => {
  for (const kind of ['template', 'step'] as const)
    for (const key of knownKeys(kind)) expect(helpFor(kind, [key]).description, key).not.toBe('');
  expect(helpFor('template', ['namespace_name'])).toMatchObject({ default: 'default', maxLength: 64 });
  expect(helpFor('step', ['handler_config', 'url']).description).toMatch(/^Address/);
  expect(helpFor('template', ['schema']).description).toMatch(/strictly/);
});

describe('the template form', () => {
  test('shows what is given and the defaults of what is not', async () => {
    const edits = fakeChanges();
    await showTemplate('template', TEXT.replace('namespace_name: shop\n', ''));
    expect(screen.getByLabelText('namespace_name').getAttribute('placeholder')).toBe('default: default');
    expect(screen.getByLabelText('name')).toHaveProperty('value', 'order');
    enter('namespace_name', 'store');
    await settled();
    expect(edits).toEqual([{ kind: 'set-value', path: ['namespace_name'], value: 'store' }]);
  });

  test('keeps the list of allowed names, and offers those of the steps', async () => {
    const edits = fakeChanges();
    await showTemplate('template', `named_steps: [fetch, pay]\n${TEXT}`);
    press('Remove fetch');
    pick('Add to named_steps', 'shi');
    pick('Add to named_steps', 'ship');
    await settled();
    expect(edits).toEqual([
      { kind: 'set-value', path: ['named_steps'], value: ['pay'] },
      { kind: 'set-value', path: ['named_steps'], value: ['fetch', 'pay', 'shi'] },
      { kind: 'set-value', path: ['named_steps'], value: ['fetch', 'pay', 'ship'] },
    ]);
  });

  test('shows ignored keys as notes', async () => {
    fakeChanges();
    await showTemplate('template', NOTES + TEXT);
    const notes = screen.getByRole('region', { name: 'Notes' });
    expect(notes.textContent).toContain('Kept as a note, nothing reads it.');
    expect(within(notes).getByRole('textbox', { name: 'Key configuration' })).toBeTruthy();
    expect(within(notes).queryByRole('textbox', { name: 'Key name' })).toBeNull();
  });
});

describe('environments', () => {
  test('are listed with what they override, renamed, removed and added', async () => {
    const edits = fakeChanges();
    const form = await showTemplate();
    expect(form.textContent).toContain('1 key, 1 step');
    enter('Name of the environment production', 'live');
    press('Remove the environment test');
    pick('Add an environment', 'staging');
    await settled();
    expect(edits).toEqual([
      { kind: 'rename-key', path: ['environments', 'production'], key: 'live' },
      { kind: 'delete-value', path: ['environments', 'test'] },
      { kind: 'set-value', path: ['environments', 'staging'], value: null },
    ]);
  });

  test('have names of their own', async () => {
    const edits = fakeChanges();
    await showTemplate();
    enter('Name of the environment production', 'test');
    expect(screen.getByRole('alert').textContent).toBe('There is an environment test already.');
    expect(edits).toEqual([]);
  });

  test('of a template without any begin with the block', async () => {
    const edits = fakeChanges();
    await showTemplate('template', TEXT.slice(0, TEXT.indexOf('environments:')));
    pick('Add an environment', 'production');
    await settled();
    expect(edits).toEqual([{ kind: 'set-value', path: ['environments'], value: { production: null } }]);
  });

  test('may override keys of the template', async () => {
    const edits = fakeChanges();
    await showTemplate();
    enter('version in production', '2.1.0');
    press('Take version in production back');
    await settled();
    expect(edits).toEqual([
      { kind: 'set-value', path: ['environments', 'production', 'version'], value: '2.1.0' },
      { kind: 'delete-value', path: ['environments', 'production', 'version'] },
    ]);
  });
});
