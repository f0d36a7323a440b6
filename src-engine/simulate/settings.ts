/** What a simulation runs with: the scenario with every default filled in, options of the caller winning. */
import { profileNamed, type Profile } from '../run/profile.ts';
import { durationMs } from '../run/time/virtual-time.ts';
import { sampleContext } from '../template/context/sample-context.ts';
import type { JsonObject, Template } from '../template/template.ts';
import type { ProfileName, Scenario } from './scenario.ts';

export interface SimulationSettings {
  readonly profile: Profile;
  readonly seed: number;
  readonly startMs: number;
  readonly context: JsonObject;
  readonly contextMode: 'strict' | 'ordinary';
  readonly concurrency: number;
  readonly recoveryMs: number;
  readonly limits: { readonly events: number; readonly virtualMs: number };
}

const DEFAULT_START = '2030-01-01T00:00:00Z';
const DEFAULT_SEED = 1;
const DEFAULT_RECOVERY = '5m';
const DEFAULT_EVENT_LIMIT = 100_000;
const DEFAULT_TIME_LIMIT = '30d';

export function simulationSettings(
  template: Template,
  scenario: Scenario,
  options: { readonly seed?: number | undefined; readonly profile?: ProfileName | undefined },
): SimulationSettings {
  const profile = profileNamed(options.profile ?? scenario.profile ?? 'documented');
  return {
    profile,
    seed: options.seed ?? scenario.seed ?? DEFAULT_SEED,
    startMs: Date.parse(scenario.start_at ?? DEFAULT_START),
    context: scenario.context ?? sampleContext(template.schema),
    contextMode: scenario.context_validation ?? 'strict',
    concurrency: scenario.concurrency ?? profile.concurrency,
    recoveryMs: durationMs(scenario.recovery?.after ?? DEFAULT_RECOVERY),
    limits: {
      events: scenario.limits?.events ?? DEFAULT_EVENT_LIMIT,
      virtualMs: durationMs(scenario.limits?.virtual_time ?? DEFAULT_TIME_LIMIT),
    },
  };
}
