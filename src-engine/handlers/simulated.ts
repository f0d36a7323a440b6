/**
 * The handler of a scenario: it does what the scenario says its step does, and takes the time it says.
 */
import { drawLatencyMs, DEFAULT_LATENCY } from '../simulate/chance/latency.ts';
import { faultOf, outageOf } from '../simulate/chance/faults.ts';
import type { Chance } from '../simulate/chance/random.ts';
import type { Attempt, Latency, Scenario, StepFaults } from '../simulate/scenario.ts';
import { durationMs } from '../run/time/virtual-time.ts';
import type { Json, StepTemplate } from '../template/template.ts';
import type { AttemptInput, Handler, PlannedAttempt } from './handler.ts';
import { outcomeOf } from './simulated-outcome.ts';
import { referencedSteps, resolveReferences } from './references.ts';

/** How long a handler waits for an answer when neither scenario nor template says. */
const DEFAULT_TIMEOUT_MS = 30_000;

export function simulatedHandler(scenario: Scenario, chance: Chance): Handler {
  const faultsOf = (step: StepTemplate): StepFaults | undefined => scenario.steps?.[step.name];
  const attemptOf = (step: StepTemplate, execution: number, sinceStartMs: number): Attempt =>
    outageOf(scenario.outages, step.name, sinceStartMs) ??
    faultOf(faultsOf(step), execution, drawKey(step, execution), chance);

  return {
    reads: (step, execution, sinceStartMs) =>
      referencedSteps(plainResults(attemptOf(step, execution, sinceStartMs), faultsOf(step))),
    plan(input: AttemptInput): PlannedAttempt {
      const { step, execution } = input;
      const faults = faultsOf(step);
      const fault = attemptOf(step, execution, input.sinceStartMs);
      const results = resolveReferences(plainResults(fault, faults), input.context, input.resultsOf);
      return {
        durationMs: attemptDurationMs(
          step,
          fault,
          ['latency' in fault ? fault.latency : undefined, faults?.latency, scenario.latency],
          chance,
          drawKey(step, execution),
        ),
        outcome: outcomeOf(step, fault, results),
      };
    },
  };
}

function drawKey(step: StepTemplate, execution: number): string {
  return `${step.name}/${execution}`;
}

/** What a success returns, before references are resolved. */
function plainResults(fault: Attempt, faults: StepFaults | undefined): Json {
  if (fault.outcome === 'nothing') return null;
  if (fault.outcome === 'success' && fault.results !== undefined) return fault.results;
  if (fault.outcome === 'http' && fault.body !== undefined) return fault.body;
  return faults?.results ?? {};
}

function attemptDurationMs(
  step: StepTemplate,
  fault: Attempt,
  latencies: readonly (Latency | undefined)[],
  chance: Chance,
  key: string,
): number {
  if (fault.outcome === 'timeout')
    return fault.after === undefined ? timeoutMs(step) : durationMs(fault.after);
  const latency = latencies.find((candidate) => candidate !== undefined) ?? DEFAULT_LATENCY;
  return drawLatencyMs(latency, chance, key);
}

function timeoutMs(step: StepTemplate): number {
  const seconds = step.handlerConfig?.['timeout_seconds'] ?? step.handlerConfig?.['timeout'];
  return typeof seconds === 'number' && seconds >= 0 ? Math.round(seconds * 1_000) : DEFAULT_TIMEOUT_MS;
}
