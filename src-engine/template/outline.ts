/**
 * The steps and edges of a text whether or not it is a valid template, so that a canvas stays filled while
 * somebody is typing. What cannot be read is left out.
 */
import type { StepView } from './check/step-view.ts';
import { stepViews } from './check/step-view.ts';
import { environmentNames } from './environment/check-environments.ts';
import { mergeEnvironment } from './environment/merge.ts';
import type { ParseOptions } from './parse-template.ts';
import { ProblemList } from './problem-list.ts';
import type { MapNode, Place, YamlNode } from './yaml/node.ts';
import { child, pathOf, textOf } from './yaml/node.ts';
import type { YamlReading } from './yaml/read-yaml.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** UTF-16 offset and length. */
export interface TextRange {
  readonly offset: number;
  readonly length: number;
}

/** Everything but the name is absent where the text does not say it; defaults are left to the reader. */
export interface OutlineStep extends TextRange {
  readonly name: string;
  /** Parents as `Template` has them: in order, without repeats; they may name steps that do not exist. */
  readonly dependsOn: readonly string[];
  readonly handlerClass?: string;
  readonly description?: string;
  /** The step's own, else the one all steps of the template have. */
  readonly dependentSystem?: string;
  /** Total attempts. */
  readonly retryLimit?: number;
  readonly retryable?: boolean;
  /** JSON pointer of the step, e.g. `/step_templates/0`. */
  readonly path: string;
  /** The whole step, from its dash to its last character; `offset` and `length` are those of its name. */
  readonly whole: TextRange;
}

export interface TemplateOutline {
  readonly name?: string;
  readonly namespace?: string;
  readonly version?: string;
  readonly steps: readonly OutlineStep[];
  readonly environments: readonly string[];
  /** The text has syntax errors: the outline shows what could be recovered. */
  readonly isBroken: boolean;
}

export function readOutline(text: string, { environment }: ParseOptions = {}): TemplateOutline {
  return outlineOf(readYaml(text, new ProblemList(text)), text, environment);
}

/** The same for a text that was read already. */
export function outlineOf(
  { root, isBroken }: YamlReading,
  text: string,
  environment: string | undefined,
): TemplateOutline {
  if (root === undefined) return { steps: [], environments: [], isBroken };
  const merged = mergeEnvironment(root, environment, () => {});
  const defaultSystem = textOf(child(merged, 'default_dependent_system'));
  const steps = stepViews(merged).flatMap((view) =>
    view.name === undefined ? [] : [outlineStep(view, view.name, defaultSystem, text)],
  );
  return {
    steps,
    environments: environmentNames(root),
    isBroken,
    ...withText('name', merged, 'name'),
    ...withText('namespace', merged, 'namespace_name'),
    ...withText('version', merged, 'version'),
  };
}

function outlineStep(
  { node, place, parents }: StepView,
  name: string,
  defaultSystem: string | undefined,
  text: string,
): OutlineStep {
  const system = textOf(child(node, 'dependent_system')) ?? defaultSystem;
  const limit = valueOf(child(node, 'default_retry_limit'));
  const retryable = valueOf(child(node, 'default_retryable'));
  return {
    name,
    dependsOn: [...new Set(parents.map((parent) => parent.name))],
    ...withText('handlerClass', node, 'handler_class'),
    ...withText('description', node, 'description'),
    ...(system === undefined ? {} : { dependentSystem: system }),
    ...(typeof limit === 'number' ? { retryLimit: limit } : {}),
    ...(typeof retryable === 'boolean' ? { retryable } : {}),
    path: pathOf(node.place),
    offset: place.offset,
    length: place.length,
    whole: wholeOf(node.place, text),
  };
}

/** The parser counts line breaks behind a block to it, and the dash before it to the list. */
function wholeOf({ offset, length, end = offset + length }: Place, text: string): TextRange {
  let from = offset;
  while (/[ \t]/.test(text.charAt(from - 1))) from -= 1;
  const start = text.charAt(from - 1) === '-' ? from - 1 : offset;
  return { offset: start, length: text.slice(start, end).trimEnd().length };
}

/** The text under a key, a number as it was written: a version `1.0` stays `1.0`. */
function withText<Name extends string>(
  name: Name,
  map: MapNode,
  key: string,
): { readonly [Key in Name]?: string } {
  const node = child(map, key);
  if (node?.kind !== 'scalar' || node.value === null || node.value === '') return {};
  const text = typeof node.value === 'string' ? node.value : node.source;
  // The compiler widens a computed key to any string; the spread needs the one it was given.
  return { [name]: text } as { readonly [Key in Name]?: string };
}

function valueOf(node: YamlNode | undefined): string | number | boolean | null | undefined {
  return node?.kind === 'scalar' ? node.value : undefined;
}
