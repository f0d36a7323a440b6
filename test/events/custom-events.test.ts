import { describe, expect, test } from 'vitest';
import {
  CustomEvents,
  customNameProblem,
  customPayload,
  deliveredName,
} from '../../src-engine/events/custom-events.ts';

describe('registering custom events', () => {
  test('P-1: a new one is listed with its description and who fires it', () => {
    const events = new CustomEvents();
    const event = { name: 'order.processed', description: 'An order went out', firedBy: ['OrderHandler'] };
    expect(events.register(event).kind).toBe('registered');
    expect(events.list()).toEqual([{ ...event, category: 'custom' }]);
  });

  test('P-1: the same name again is a warning, and the newer description holds', () => {
    const events = new CustomEvents();
    events.register({ name: 'order.processed', description: 'old' });
    expect(events.register({ name: 'order.processed', description: 'new' })).toMatchObject({
      kind: 'replaced',
      warning: 'order.processed was registered already; this replaces it',
    });
    expect(events.list()).toEqual([
      { name: 'order.processed', description: 'new', category: 'custom', firedBy: [] },
    ]);
  });

  test.each([
    'processed',
    '',
    'task.x',
    'Task.x',
    'step.x',
    'workflow.x',
    'observability.x',
    'test.x',
    'task.completed',
    'slow.event',
    'custom.event',
    'tasker.telemetry.cache_synced',
  ])('P-2: %j is refused', (name) => {
    const events = new CustomEvents();
    expect(events.register({ name }).kind).toBe('refused');
    expect(events.list()).toEqual([]);
  });

  test.each([
    'order.processed',
    'handler.x',
    'plugin.x',
    'subscriber.x',
    'registry.x',
    'custom.x',
    'tasker.x',
    'a.b.c',
  ])('%j is allowed', (name) => {
    expect(customNameProblem(name)).toBeNull();
  });
});

describe('publishing custom events', () => {
  test('a name is prefixed once', () => {
    expect(deliveredName('order.processed')).toBe('custom.order.processed');
    expect(deliveredName('custom.order.processed')).toBe('custom.order.processed');
  });

  test("event_type and timestamp are the engine's, whatever the handler says", () => {
    expect(
      customPayload({ total: 3, event_type: 'mine', timestamp: 'now' }, '2030-01-01T00:00:00.000Z'),
    ).toEqual({
      total: 3,
      event_type: 'custom',
      timestamp: '2030-01-01T00:00:00.000Z',
    });
  });
});
