import { describe, expect, it } from 'vitest';
import { DOCUMENTED, RAILS_1_0 } from '../../src-engine/run/profile.ts';
import type { Scenario } from '../../src-engine/simulate/scenario.ts';
import { simulationSettings } from '../../src-engine/simulate/settings.ts';
import { workflow } from '../support/workflows.ts';

const TEMPLATE = workflow({ a: [] });

const EVERYTHING: Scenario = {
  seed: 5,
  profile: 'rails-1.0',
  start_at: '2031-05-06T07:08:09Z',
  context: { order: 9 },
  context_validation: 'ordinary',
  concurrency: 4,
  recovery: { after: '90s' },
  limits: { events: 50, virtual_time: '1h' },
};

describe('what a simulation runs with', () => {
  it('an empty scenario gets every default', () => {
    expect(simulationSettings(TEMPLATE, {}, {})).toEqual({
      profile: DOCUMENTED,
      seed: 1,
      startMs: Date.UTC(2030, 0, 1),
      context: { sample: true },
      contextMode: 'strict',
      concurrency: 12,
      recoveryMs: 300_000,
      limits: { events: 100_000, virtualMs: 30 * 86_400_000 },
    });
  });

  it('what the scenario says wins over the defaults', () => {
    expect(simulationSettings(TEMPLATE, EVERYTHING, {})).toEqual({
      profile: RAILS_1_0,
      seed: 5,
      startMs: Date.UTC(2031, 4, 6, 7, 8, 9),
      context: { order: 9 },
      contextMode: 'ordinary',
      concurrency: 4,
      recoveryMs: 90_000,
      limits: { events: 50, virtualMs: 3_600_000 },
    });
  });

  it('what the caller says wins over the scenario, a seed of 0 too', () => {
    const settings = simulationSettings(TEMPLATE, EVERYTHING, { seed: 0, profile: 'documented' });
    expect(settings).toMatchObject({ seed: 0, profile: { name: 'documented' } });
  });

  it('the concurrency limit follows the profile that runs, not the one the scenario named', () => {
    expect(simulationSettings(TEMPLATE, {}, { profile: 'rails-1.0' }).concurrency).toBe(3);
    const named: Scenario = { profile: 'rails-1.0' };
    expect(simulationSettings(TEMPLATE, named, { profile: 'documented' }).concurrency).toBe(12);
  });

  it('without a context a sample of the schema is made', () => {
    const schema = { type: 'object', properties: { cart_id: { type: 'integer' } } };
    const { context } = simulationSettings({ ...TEMPLATE, schema }, {}, {});
    expect(context).toEqual({ cart_id: expect.any(Number) as unknown });
  });
});
