/** Checks the names in a scenario against its template: steps, references to results, the environment. */
import type { Json, Template } from '../../template/template.ts';
import type { Problem } from '../../template/problem.ts';
import { quote } from '../../template/quote.ts';
import { didYouMean } from '../../template/check/suggest.ts';
import { referencedSteps } from '../../handlers/references.ts';
import type { Scenario } from '../scenario.ts';
import type { Part, ScenarioPath, ScenarioSource } from './scenario-source.ts';

interface Mention {
  readonly step: string;
  readonly path: ScenarioPath;
  readonly part: Part;
}

interface ResultsPlace {
  readonly step: string;
  readonly path: ScenarioPath;
  readonly value: Json;
}

export function namedThings(
  scenario: Scenario,
  template: Template,
  source: ScenarioSource,
): readonly Problem[] {
  const names = template.steps.map(({ name }) => name);
  const ancestors = ancestorsOf(template);
  return [
    ...mentions(scenario)
      .filter(({ step }) => !names.includes(step))
      .map((mention) => unknownStep(mention, names, source)),
    ...resultPlaces(scenario).flatMap((place) => badReferences(place, names, ancestors, source)),
    ...unknownEnvironment(scenario, template, source),
  ];
}

function mentions({ steps, actions, outages, expect, request }: Scenario): readonly Mention[] {
  const keys = (record: object | undefined, path: ScenarioPath): Mention[] =>
    Object.keys(record ?? {}).map((step) => ({ step, path: [...path, step], part: 'key' }));
  return [
    ...keys(steps, ['steps']),
    ...keys(expect?.steps, ['expect', 'steps']),
    ...(actions ?? []).flatMap((action, index): Mention[] =>
      'step' in action ? [{ step: action.step, path: ['actions', index, 'step'], part: 'value' }] : [],
    ),
    ...(outages ?? []).flatMap((outage, index) =>
      (outage.steps ?? []).map((step, place): Mention => ({
        step,
        path: ['outages', index, 'steps', place],
        part: 'value',
      })),
    ),
    ...(request?.bypass_steps ?? []).map((step, index): Mention => ({
      step,
      path: ['request', 'bypass_steps', index],
      part: 'value',
    })),
  ];
}

function unknownStep(
  { step, path, part }: Mention,
  names: readonly string[],
  source: ScenarioSource,
): Problem {
  return source.problemAt(path, part, {
    code: 'scenario-unknown-step',
    severity: 'error',
    message: `The template has no step ${quote(step)}.`,
    hint: didYouMean(step, names) ?? `Its steps are: ${names.join(', ')}.`,
  });
}

/** Everywhere a scenario says what a step returns. */
function resultPlaces({ steps }: Scenario): readonly ResultsPlace[] {
  return Object.entries(steps ?? {}).flatMap(([step, faults]) => {
    const place = (value: Json | undefined, ...path: readonly PropertyKey[]): ResultsPlace[] =>
      value === undefined ? [] : [{ step, path: ['steps', step, ...path], value }];
    return [
      ...place(faults.results, 'results'),
      ...[...(faults.attempts ?? []).entries()].flatMap(([index, attempt]) =>
        attempt.outcome === 'success' ? place(attempt.results, 'attempts', index, 'results') : [],
      ),
    ];
  });
}

function badReferences(
  { step, path, value }: ResultsPlace,
  names: readonly string[],
  ancestors: ReadonlyMap<string, ReadonlySet<string>>,
  source: ScenarioSource,
): readonly Problem[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, child]: [string, Json]) => {
      const segment = Array.isArray(value) ? Number(key) : key;
      return badReferences({ step, path: [...path, segment], value: child }, names, ancestors, source);
    });
  }
  return referencedSteps(value)
    .filter((name) => !ancestors.get(step)?.has(name))
    .map((name) => {
      const isStep = names.includes(name);
      return source.problemAt(path, 'value', {
        code: 'scenario-reference',
        severity: 'warning',
        message: isStep
          ? `${quote(step)} reads results of ${quote(name)}, which need not be complete by then: the value may be null.`
          : `${quote(name)} is not a step, so this reference is always null.`,
        hint: isStep
          ? `Let ${quote(step)} depend on ${quote(name)}, directly or through other steps.`
          : (didYouMean(name, [...names, 'context']) ?? `Write context or one of: ${names.join(', ')}.`),
      });
    });
}

function ancestorsOf({ steps }: Template): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map(steps.map(({ name, dependsOn }) => [name, dependsOn]));
  return new Map(
    steps.map(({ name }) => {
      const found = new Set<string>();
      const open = [...(parents.get(name) ?? [])];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(...(parents.get(next) ?? []));
      }
      return [name, found];
    }),
  );
}

function unknownEnvironment(
  { environment }: Scenario,
  template: Template,
  source: ScenarioSource,
): readonly Problem[] {
  if (environment === undefined || template.environments.includes(environment)) return [];
  const known =
    template.environments.length === 0 ? 'it has none' : `it has ${template.environments.join(', ')}`;
  return [
    source.problemAt(['environment'], 'value', {
      code: 'scenario-unknown-environment',
      severity: 'warning',
      message: `The template has no environment ${quote(environment)}; the base document is used.`,
      hint:
        didYouMean(environment, template.environments) ??
        `Name one of the template's environments; ${known}.`,
    }),
  ];
}
