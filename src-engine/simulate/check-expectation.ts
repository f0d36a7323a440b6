/**
 * Compares what a scenario expects with what happened. Pure; an unmet expectation is a sentence, never an exception.
 */
import { durationMs } from '../run/time/virtual-time.ts';
import type { Json, JsonObject } from '../template/template.ts';
import type { SimulationReport, StepReport } from './report.ts';
import type { Duration, Expectation } from './scenario.ts';

export interface ExpectationResult {
  /** How many single expectations there are. */
  readonly total: number;
  /** One sentence for each that is not met. */
  readonly unmet: readonly string[];
}

/** A sentence, or null for an expectation that is met. */
type Verdict = string | null;

export function checkExpectation(
  expectation: Expectation,
  report: SimulationReport,
  events: readonly { readonly name: string }[],
): ExpectationResult {
  const names = events.map(({ name }) => name);
  const verdicts = [
    ...equal('the task', expectation.task, report.taskState ?? 'none'),
    ...equal('the outcome', expectation.outcome, report.outcome),
    ...within(expectation.within, report.durationMs),
    ...Object.entries(expectation.steps ?? {}).flatMap(([name, wanted]) =>
      checkStep(
        name,
        wanted,
        report.steps.find((step) => step.name === name),
      ),
    ),
    ...(expectation.events === undefined ? [] : [inOrder(expectation.events, names)]),
    ...(expectation.never ?? []).map((name) => notAmong(name, names)),
  ];
  return { total: verdicts.length, unmet: verdicts.filter((verdict) => verdict !== null) };
}

function checkStep(
  name: string,
  wanted: NonNullable<Expectation['steps']>[string],
  step: StepReport | undefined,
): readonly Verdict[] {
  if (step === undefined) return [`${name} is expected, but there is no such step.`];
  return [
    ...equal(`${name}: the state`, wanted.state, step.state),
    ...equal(`${name}: the number of attempts`, wanted.attempts, step.attempts),
    ...(wanted.results === undefined ? [] : [includes(`${name}: results`, wanted.results, step.results)]),
  ];
}

function equal(what: string, wanted: string | number | undefined, got: string | number): readonly Verdict[] {
  if (wanted === undefined) return [];
  return [wanted === got ? null : `${what} is ${got}, expected was ${wanted}.`];
}

function within(wanted: Duration | undefined, gotMs: number): readonly Verdict[] {
  if (wanted === undefined) return [];
  const got = `${gotMs / 1_000} s`;
  return [gotMs <= durationMs(wanted) ? null : `the run took ${got}, expected were at most ${wanted}.`];
}

/** The names occur in this order, with anything between them. */
function inOrder(wanted: readonly string[], names: readonly string[]): Verdict {
  let from = 0;
  for (const [index, name] of wanted.entries()) {
    const found = names.indexOf(name, from);
    if (found < 0) {
      const before = index === 0 ? '' : ` after ${wanted.slice(0, index).join(', ')}`;
      return `the event ${name} does not occur${before}.`;
    }
    from = found + 1;
  }
  return null;
}

function notAmong(name: string, names: readonly string[]): Verdict {
  return names.includes(name) ? `the event ${name} occurs, and was expected never to.` : null;
}

/** Every key that is wanted is there with its value; keys that nobody asked for do not matter. Lists are equal as a whole. */
function includes(what: string, wanted: Json, got: Json): Verdict {
  if (isObject(wanted) && isObject(got)) {
    for (const [key, child] of Object.entries(wanted)) {
      const verdict = includes(`${what}.${key}`, child, got[key] ?? null);
      if (verdict !== null) return verdict;
    }
    return null;
  }
  if (sameJson(wanted, got)) return null;
  return `${what} is ${JSON.stringify(got)}, expected was ${JSON.stringify(wanted)}.`;
}

function sameJson(a: Json, b: Json): boolean {
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length && keys.every((key) => sameJson(a[key] ?? null, b[key] ?? null))
    );
  }
  if (isList(a) && isList(b))
    return a.length === b.length && a.every((item, i) => sameJson(item, b[i] ?? null));
  return a === b;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !isList(value);
}
