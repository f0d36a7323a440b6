/** Turns what zod says about a scenario into problems with a place, a sentence and a way to mend it. */
import type { z } from 'zod';
import type { Problem } from '../../template/problem.ts';
import { quote } from '../../template/quote.ts';
import { didYouMean } from '../../template/check/suggest.ts';
import { allowedAt } from './allowed.ts';
import type { Part, ScenarioPath, ScenarioSource } from './scenario-source.ts';

type Issue = z.core.$ZodIssue;

interface Found {
  readonly code: string;
  readonly path: ScenarioPath;
  readonly part: Part;
  readonly message: string;
  readonly hint: string;
}

export function issueProblems(
  issues: readonly Issue[],
  value: unknown,
  source: ScenarioSource,
): readonly Problem[] {
  return issues
    .flatMap((issue) => describe(issue, [], value))
    .map(({ path, part, ...found }) => source.problemAt(path, part, { severity: 'error', ...found }));
}

function describe(issue: Issue, prefix: ScenarioPath, value: unknown): Found[] {
  const path = [...prefix, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, value));
    case 'invalid_union':
      return describeUnion(issue, path, value);
    case 'invalid_type':
      return [
        valueAt(path, value) === undefined ? missing(path, value) : wrongType(issue.expected, path, value),
      ];
    case 'invalid_value':
      return [valueAt(path, value) === undefined ? missing(path, value) : notListed(path, value)];
    case 'too_small':
      return [bad('scenario-range', path, value, `must be at least ${issue.minimum}`)];
    case 'too_big':
      return [bad('scenario-range', path, value, `must be at most ${issue.maximum}`)];
    case 'invalid_format':
      return [badFormat(issue, path, value)];
    default:
      return [bad('scenario-value', path, value, `is not allowed: ${issue.message}`)];
  }
}

/** Of several forms, the one that the value comes nearest to; when there is none, the place as a whole. */
function describeUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: ScenarioPath,
  value: unknown,
): Found[] {
  if (valueAt(path, value) === undefined) return [missing(path, value)];
  // Without branches it is the discriminating key that is wrong, and the path ends in it.
  if (issue.errors.length === 0) return [notListed(path, value)];
  const near = issue.errors.filter((branch) => !branch.some((each) => isOtherShape(each)));
  const [only] = near;
  if (only !== undefined && near.length === 1) return only.flatMap((each) => describe(each, path, value));
  const strange = unknownKeysOf(path, value);
  if (strange.length > 0) return strange.map((key) => unknownKey(key, path, value));
  return [bad('scenario-value', path, value, 'has none of the allowed forms')];
}

/** Whether a form fails so plainly that it cannot have been meant. */
function isOtherShape(issue: Issue): boolean {
  if (issue.code === 'unrecognized_keys') return true;
  if (issue.code === 'invalid_union')
    return issue.path.length === 0 && issue.errors.every((e) => e.some(isOtherShape));
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function unknownKeysOf(path: ScenarioPath, value: unknown): string[] {
  const here = valueAt(path, value);
  if (typeof here !== 'object' || here === null || Array.isArray(here)) return [];
  const { keys } = allowedAt(path, value);
  return Object.keys(here).filter((key) => !keys.includes(key));
}

function unknownKey(key: string, path: ScenarioPath, value: unknown): Found {
  const { keys } = allowedAt(path, value);
  return {
    code: 'scenario-unknown-key',
    path: [...path, key],
    part: 'key',
    message: `${quote(key)} is not a key of ${placeName(path)}.`,
    hint: didYouMean(key, keys) ?? `Allowed here: ${list(keys)}.`,
  };
}

function missing(path: ScenarioPath, value: unknown): Found {
  const key = String(path.at(-1) ?? '');
  const { values, description } = allowedAt(path, value);
  const hint = values.length > 0 ? `Write one of: ${list(values)}.` : (description ?? `Add ${quote(key)}.`);
  const message = `${quote(key)} is missing in ${placeName(path.slice(0, -1))}.`;
  return { code: 'scenario-missing-key', path: path.slice(0, -1), part: 'value', message, hint };
}

function wrongType(expected: string, path: ScenarioPath, value: unknown): Found {
  const article = TYPE_WORDS[expected] ?? expected;
  return bad('scenario-type', path, value, `must be ${article}, not ${typeWord(valueAt(path, value))}`);
}

function notListed(path: ScenarioPath, value: unknown): Found {
  const { values } = allowedAt(path, value);
  const given = String(valueAt(path, value));
  const hint = didYouMean(given, values) ?? `Write one of: ${list(values)}.`;
  return {
    ...bad('scenario-value', path, value, `is ${quote(given)}, which is not one of its values`),
    hint,
  };
}

function badFormat(
  issue: Extract<Issue, { code: 'invalid_format' }>,
  path: ScenarioPath,
  value: unknown,
): Found {
  const given = quote(String(valueAt(path, value)));
  if (issue.format !== 'datetime')
    return bad('scenario-value', path, value, `is ${given}, but ${issue.message}`);
  const found = bad('scenario-value', path, value, `is ${given}, which is not a time`);
  return { ...found, hint: 'Write a UTC time such as 2030-01-01T00:00:00Z.' };
}

function bad(code: string, path: ScenarioPath, value: unknown, what: string): Found {
  const { description } = allowedAt(path, value);
  const hint = description ?? 'Correct the value.';
  return { code, path, part: 'value', message: `${placeName(path)} ${what}.`, hint };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
  tuple: 'a list',
};

function typeWord(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return TYPE_WORDS[typeof value] ?? typeof value;
}

/** `steps.pay.attempts[0]`, or `the scenario` for the whole. */
function placeName(path: ScenarioPath): string {
  if (path.length === 0) return 'the scenario';
  return path.reduce<string>((name, segment) => {
    if (typeof segment === 'number') return `${name}[${segment}]`;
    return name === '' ? String(segment) : `${name}.${String(segment)}`;
  }, '');
}

function valueAt(path: ScenarioPath, value: unknown): unknown {
  let here = value;
  for (const segment of path) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, segment) : undefined;
  }
  return here;
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'nothing' : words.join(', ');
}
