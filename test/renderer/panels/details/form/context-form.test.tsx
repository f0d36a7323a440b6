// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { formView } from '../../../../../src-engine/api/views/form-view.ts';
import { sampleContext } from '../../../../../src-engine/template/context/sample-context.ts';
import { validateContext } from '../../../../../src-engine/template/context/validate-context.ts';
import type { JsonObject } from '../../../../../src-engine/template/template.ts';
import { clipboard } from '../../support/screen.tsx';
import { enter, fakeChanges, press, setText, settled, showTemplate, TEXT } from './support.tsx';

vi.mock('../../../../../src-renderer/template/change-template.ts', () => ({ changeTemplate: vi.fn() }));

const PROPERTIES = ['schema', 'properties'];

describe('the schema of the context', () => {
  test('says of every property whether it must be given, and why', async () => {
    fakeChanges();
    const form = await showTemplate('context');
    expect(form.textContent).toContain('must be given (required)');
    expect(form.textContent).toContain('may be left out: it has a default');
  });

  test('gets properties added, renamed, removed and retyped', async () => {
    const edits = fakeChanges();
    await showTemplate('context');
    enter('Property order_id', 'id');
    fireEvent.change(screen.getByLabelText('Type of note'), { target: { value: 'array' } });
    press('Remove the property order_id');
    fireEvent.change(screen.getByLabelText('New property in the context'), { target: { value: 'total' } });
    press('Add property to the context');
    fireEvent.click(screen.getByLabelText('note is in required'));
    await settled();
    expect(edits).toEqual([
      {
        kind: 'several',
        edits: [
          { kind: 'rename-key', path: [...PROPERTIES, 'order_id'], key: 'id' },
          { kind: 'set-value', path: ['schema', 'required', 0], value: 'id' },
        ],
      },
      {
        kind: 'several',
        edits: [
          { kind: 'set-value', path: [...PROPERTIES, 'note', 'type'], value: 'array' },
          { kind: 'set-value', path: [...PROPERTIES, 'note', 'items'], value: { type: 'string' } },
        ],
      },
      {
        kind: 'several',
        edits: [
          { kind: 'delete-value', path: ['schema', 'required'] },
          { kind: 'delete-value', path: [...PROPERTIES, 'order_id'] },
        ],
      },
      { kind: 'set-value', path: [...PROPERTIES, 'total'], value: { type: 'string' } },
      {
        kind: 'several',
        edits: [{ kind: 'set-value', path: ['schema', 'required', 1], value: 'note' }],
      },
    ]);
  });

  test('has the common keywords as fields and all others as a map', async () => {
    const edits = fakeChanges();
    await showTemplate('context', TEXT.replace('{type: integer}', '{type: integer, minimum: 1}'));
    press('Details of order_id');
    enter('default of order_id', '7');
    enter('enum of order_id', '7, 8');
    enter('minimum', '2');
    press('Details of note');
    enter('enum of note', 'none, some');
    enter('default of note', '');
    enter('format of note', 'uri');
    await settled();
    expect(
      edits.map((edit) =>
        'path' in edit ? [edit.path.slice(2).join('.'), 'value' in edit ? edit.value : null] : [],
      ),
    ).toEqual([
      ['order_id.default', 7],
      ['order_id.enum', [7, 8]],
      ['order_id.minimum', 2],
      ['note.enum', ['none', 'some']],
      ['note.default', null],
      ['note.format', 'uri'],
    ]);
  });

  test('goes down into objects and items', async () => {
    const edits = fakeChanges();
    const nested = 'lines: {type: array, items: {type: object, properties: {sku: {type: string}}}}';
    await showTemplate('context', TEXT.replace('note: {type: string, default: none}', nested));
    press('Details of lines');
    const inner = screen.getByRole('group', { name: 'Properties of items of lines' });
    fireEvent.change(within(inner).getByLabelText('Type of sku'), { target: { value: 'integer' } });
    fireEvent.click(
      within(screen.getByRole('group', { name: 'additionalProperties of the context' })).getByLabelText(
        'true',
      ),
    );
    await settled();
    expect(edits).toEqual([
      {
        kind: 'set-value',
        path: [...PROPERTIES, 'lines', 'items', 'properties', 'sku', 'type'],
        value: 'integer',
      },
      { kind: 'set-value', path: ['schema', 'additionalProperties'], value: true },
    ]);
  });

  test('begins with one property where there is none', async () => {
    const edits = fakeChanges();
    await showTemplate('context', TEXT.replace(/schema:[\s\S]*?(?=step_templates)/, ''));
    press('Describe the context');
    await settled();
    expect(edits).toMatchObject([{ kind: 'set-value', path: ['schema'], value: { type: 'object' } }]);
  });
});

describe('the sample', () => {
  const sample = () => screen.getByRole('textbox', { name: 'Sample context' });

  test('is a context that Tasker accepts; it follows the schema, and can be copied', async () => {
    fakeChanges();
    const texts = clipboard();
    await showTemplate('context');
    await screen.findByText('Tasker accepts this context.');
    press('Copy the sample');
    expect(Object.keys(JSON.parse(texts[0] ?? '') as object)).toEqual(['order_id', 'note']);
    setText(
      TEXT.replace('order_id: {type: integer}', 'order_id: {type: integer}\n    total: {type: number}'),
    );
    await settled();
    expect(Object.keys(JSON.parse((sample() as HTMLTextAreaElement).value) as object)).toContain('total');
  });

  test('can be changed to see what would be refused, and made anew', async () => {
    fakeChanges();
    await showTemplate('context');
    await screen.findByText('Tasker accepts this context.');
    fireEvent.change(sample(), { target: { value: '{"note": 1, "extra": 2}' } });
    await screen.findByText('Tasker refuses this context:');
    expect(screen.getByText(/contained undefined properties: 'extra'/)).toBeTruthy();
    fireEvent.change(sample(), { target: { value: '{"note' } });
    await screen.findByText(/This is no JSON/);
    press('Regenerate');
    await screen.findByText('Tasker accepts this context.');
  });

  test('of every example is accepted', () => {
    const folder = resolve('resources/examples');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.yaml') && !file.endsWith('.scenario.yaml'),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const schema = formView(readFileSync(join(folder, file), 'utf8')).template.base['schema'];
      const checked = validateContext(schema as JsonObject, sampleContext(schema as JsonObject), 'strict');
      expect(checked.errors, file).toEqual([]);
    }
  });

  test('of any schema that the form can make is accepted', () => {
    const leaf: fc.Arbitrary<JsonObject> = fc.constantFrom(
      { type: 'string' },
      { type: 'string', format: 'date-time' },
      { type: 'integer', minimum: 3 },
      { type: 'number', default: 1.5 },
      { type: 'boolean' },
      { type: 'null' },
      { enum: ['a', 2, null] },
    );
    const { schema } = fc.letrec<{ schema: JsonObject; any: JsonObject }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        leaf,
        tie('schema'),
        tie('any').map((items) => ({ type: 'array', items })),
      ),
      schema: fc
        .record({
          properties: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor'), tie('any'), {
            maxKeys: 3,
          }),
          closed: fc.boolean(),
        })
        .map(({ properties, closed }): JsonObject => ({
          type: 'object',
          properties,
          required: Object.keys(properties).slice(0, 1),
          ...(closed ? { additionalProperties: false } : {}),
        })),
    }));
    const filled = schema.filter(({ properties }) => Object.keys(properties as JsonObject).length > 0);
    fc.assert(
      fc.property(filled, (each) => validateContext(each, sampleContext(each), 'strict').valid),
      { numRuns: 200 },
    );
  });
});
