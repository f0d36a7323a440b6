import { describe, expect, test, vi } from 'vitest';
import { EventBus, UnknownEventName } from '../../src-engine/events/bus.ts';
import type { LoggedEvent } from '../../src-engine/events/event.ts';
import { CustomEvents, customPayload, deliveredName } from '../../src-engine/events/custom-events.ts';

function event(name: string, payload: LoggedEvent['payload'] = {}): LoggedEvent {
  return { seq: 1, at: '2030-01-01T00:00:00.000Z', name, payload };
}

/** A bus whose listeners write down what they heard as `listener:event`. */
function recorder(bus: EventBus): {
  heard: string[];
  listen: (label: string, pattern: string) => () => void;
} {
  const heard: string[] = [];
  return {
    heard,
    listen: (label, pattern) => bus.subscribe(pattern, ({ name }) => heard.push(`${label}:${name}`)),
  };
}

describe('what a listener hears', () => {
  test('a name, a prefix or everything, in the order of subscription', () => {
    const bus = new EventBus();
    const { heard, listen } = recorder(bus);
    listen('all', '*');
    listen('steps', 'step.*');
    listen('completed', 'step.completed');
    bus.publish(event('step.completed'));
    bus.publish(event('task.completed'));
    expect(heard).toEqual([
      'all:step.completed',
      'steps:step.completed',
      'completed:step.completed',
      'all:task.completed',
    ]);
  });

  test('a prefix is a whole word: step.* does not hear steps.x', () => {
    const bus = new EventBus();
    const { heard, listen } = recorder(bus);
    listen('steps', 'step.*');
    bus.publish(event('steps.completed'));
    expect(heard).toEqual([]);
  });

  test.each(['step.finished', 'st*', '*.completed', '', 'a.*.b.*'])(
    '%j names no event and is refused',
    (pattern) => {
      expect(() => new EventBus().subscribe(pattern, () => {})).toThrow(UnknownEventName);
    },
  );

  test('E1: a name that guides use by mistake is refused with the one that is meant', () => {
    expect(() => new EventBus().subscribe('step.started', () => {})).toThrow(
      'no event is named step.started; step.execution_requested is',
    );
  });
});

describe('a listener cannot hurt', () => {
  test('one that throws or rejects is reported, and the others hear all the same', async () => {
    const errors: unknown[] = [];
    const bus = new EventBus({ onListenerError: (error) => errors.push(error) });
    const { heard, listen } = recorder(bus);
    bus.subscribe('*', () => {
      throw new Error('thrown');
    });
    bus.subscribe('*', () => Promise.reject(new Error('rejected')));
    listen('last', '*');
    bus.publish(event('task.failed'));
    expect(heard).toEqual(['last:task.failed']);
    await vi.waitFor(() => expect(errors.map(String)).toEqual(['Error: thrown', 'Error: rejected']));
  });

  test('its own onError is asked first, and may fail as well', () => {
    const onListenerError = vi.fn();
    const bus = new EventBus({ onListenerError });
    const fail = (): never => {
      throw new Error('no');
    };
    bus.subscribe('*', fail, { onError: fail });
    expect(() => bus.publish(event('task.failed'))).not.toThrow();
    expect(onListenerError).not.toHaveBeenCalled();
  });

  test('nobody waits for a promise', () => {
    const bus = new EventBus();
    const { heard, listen } = recorder(bus);
    bus.subscribe('*', () => new Promise(() => {}));
    listen('next', '*');
    bus.publish(event('task.failed'));
    expect(heard).toEqual(['next:task.failed']);
  });

  test('what it is given cannot be changed, so the next one sees the event as it was', () => {
    const errors: unknown[] = [];
    const bus = new EventBus({ onListenerError: (error) => errors.push(error) });
    const seen: unknown[] = [];
    bus.subscribe('*', ({ payload }) => Object.assign(payload, { step_names: [] }));
    bus.subscribe('*', ({ payload }) => seen.push(payload));
    bus.publish(event('workbench.worker_crashed', { step_names: ['a'] }));
    expect(seen).toEqual([{ step_names: ['a'] }]);
    expect(errors[0]).toBeInstanceOf(TypeError);
  });

  test('a payload as deep as JSON allows is delivered', () => {
    let results: LoggedEvent['payload'] = {};
    for (let depth = 0; depth < 100_000; depth++) results = { results };
    const bus = new EventBus();
    const { heard, listen } = recorder(bus);
    listen('all', '*');
    bus.publish(event('step.completed', results));
    expect(heard).toHaveLength(1);
  });
});

describe('while an event is delivered', () => {
  test('a listener may unsubscribe itself and those after it', () => {
    const bus = new EventBus();
    const { heard, listen } = recorder(bus);
    const leave = bus.subscribe('*', () => {
      leave();
      leaveLast();
      heard.push('first');
    });
    const leaveLast = listen('last', '*');
    bus.publish(event('task.failed'));
    bus.publish(event('task.failed'));
    expect(heard).toEqual(['first']);
  });

  test('one that subscribes hears from the next event on', () => {
    const bus = new EventBus();
    const { heard, listen } = recorder(bus);
    const leave = bus.subscribe('*', () => {
      listen('new', '*');
      leave();
    });
    bus.publish(event('task.failed'));
    expect(heard).toEqual([]);
    bus.publish(event('task.completed'));
    expect(heard).toEqual(['new:task.completed']);
  });

  test('one that publishes does not change the order for the others', () => {
    const bus = new EventBus();
    const { heard, listen } = recorder(bus);
    bus.subscribe('task.failed', () => bus.publish(event('task.cancelled')));
    listen('all', '*');
    bus.publish(event('task.failed'));
    expect(heard).toEqual(['all:task.failed', 'all:task.cancelled']);
  });
});

describe('custom events on the bus', () => {
  test('P-3: order.processed is delivered as custom.order.processed, and heard under both names', () => {
    const custom = new CustomEvents();
    custom.register({ name: 'order.processed' });
    const bus = new EventBus({ resolve: custom.resolve });
    const { heard, listen } = recorder(bus);
    listen('short', 'order.processed');
    listen('long', 'custom.order.processed');
    listen('prefix', 'custom.*');
    bus.publish(
      event(deliveredName('order.processed'), customPayload({ total: 3 }, '2030-01-01T00:00:00.000Z')),
    );
    const name = 'custom.order.processed';
    expect(heard).toEqual([`short:${name}`, `long:${name}`, `prefix:${name}`]);
  });

  test('one that was not registered is refused', () => {
    const bus = new EventBus({ resolve: new CustomEvents().resolve });
    expect(() => bus.subscribe('order.processed', () => {})).toThrow('no event is named order.processed');
  });
});
