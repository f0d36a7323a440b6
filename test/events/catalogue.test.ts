import { describe, expect, test } from 'vitest';
import type { EventCategory } from '../../src-engine/events/catalogue.ts';
import { catalogueEntry, EVENT_CATALOGUE, searchCatalogue } from '../../src-engine/events/catalogue.ts';
import * as names from '../../src-engine/events/names.ts';

/** Constants, distinct names, published by the engine, published by other code only. */
const COUNTS: readonly (readonly [EventCategory, object, number, number, number, number])[] = [
  ['task', names.TASK_EVENTS, 8, 8, 6, 2],
  ['step', names.STEP_EVENTS, 10, 10, 5, 2],
  ['workflow', names.WORKFLOW_EVENTS, 19, 19, 7, 4],
  ['observability', names.OBSERVABILITY_EVENTS, 8, 8, 2, 0],
  ['export', names.EXPORT_EVENTS, 6, 6, 6, 0],
  ['test', names.TEST_EVENTS, 5, 4, 0, 0],
  ['registry', names.REGISTRY_EVENTS, 14, 14, 0, 0],
];

describe('counts', () => {
  test.each(COUNTS)('%s events', (category, constants, declared, distinct, byEngine, byOtherCode) => {
    const entries = EVENT_CATALOGUE.filter((entry) => entry.category === category);
    expect(Object.keys(constants)).toHaveLength(declared);
    expect(new Set(entries.map(({ name }) => name))).toEqual(new Set(Object.values(constants)));
    expect(entries).toHaveLength(distinct);
    expect(entries.filter(({ publisher }) => publisher === 'engine')).toHaveLength(byEngine);
    expect(entries.filter(({ publisher }) => publisher === 'other-code')).toHaveLength(byOtherCode);
    expect(entries.filter(({ published }) => published)).toHaveLength(byEngine + byOtherCode);
  });

  test('45 core names, 51 with export, 55 one may subscribe to, 65 without tests, 69 in all', () => {
    const count = (...categories: readonly EventCategory[]) =>
      EVENT_CATALOGUE.filter(({ category }) => categories.includes(category)).length;
    expect(count('task', 'step', 'workflow', 'observability')).toBe(45);
    expect(count('task', 'step', 'workflow', 'observability', 'export')).toBe(51);
    expect(EVENT_CATALOGUE.filter(({ registered }) => registered)).toHaveLength(55);
    expect(EVENT_CATALOGUE.filter(({ category }) => category !== 'test')).toHaveLength(65);
    expect(new Set(EVENT_CATALOGUE.map(({ name }) => name)).size).toBe(69);
  });

  test('56 constants are registered at start-up, 5 of them for tests', () => {
    const registered = COUNTS.filter(([category]) => category !== 'registry');
    expect(registered.reduce((sum, [, constants]) => sum + Object.keys(constants).length, 0)).toBe(56);
  });
});

describe('entries', () => {
  test.each(EVENT_CATALOGUE)(
    '$name has one line of description, and keys exactly when published',
    (entry) => {
      expect(entry.description).toMatch(/^[A-Z][^\n]{8,90}\.$/);
      expect(entry.payloadKeys.length > 0).toBe(entry.published);
      expect(new Set(entry.payloadKeys).size).toBe(entry.payloadKeys.length);
      if (entry.published) expect(entry.payloadKeys).toContain('timestamp');
    },
  );

  test('P-5: keys of step events', () => {
    const common = ['task_id', 'step_id', 'step_name', 'event_type', 'timestamp'];
    expect(catalogueEntry('step.completed')?.payloadKeys).toEqual(
      expect.arrayContaining([...common, 'execution_duration', 'attempt_number']),
    );
    expect(catalogueEntry('step.failed')?.payloadKeys).toEqual(
      expect.arrayContaining([...common, 'error_message', 'error_class']),
    );
  });

  test('names outside the catalogue have no entry', () => {
    for (const name of ['task.started', 'workflow.completed', 'order.processed', 'workbench.worker_crashed'])
      expect(catalogueEntry(name)).toBeUndefined();
  });

  test('search looks into names and descriptions, capitals or not', () => {
    expect(searchCatalogue('BACKOFF').map(({ name }) => name)).toEqual(['observability.step.backoff']);
    expect(searchCatalogue('handler of the step').map(({ name }) => name)).toEqual([
      'step.before_handle',
      'step.handle',
    ]);
    expect(searchCatalogue('')).toHaveLength(69);
  });
});
