/**
 * The steps and edges of a text whether or not it is a valid template, so that a canvas stays filled while
 * somebody is typing. What cannot be read is left out.
 */
import type { Parent } from './check/step-view.ts';
import type { Place } from './yaml/node.ts';
import { stepViews } from './check/step-view.ts';
import { environmentNames } from './environment/check-environments.ts';
import { mergeEnvironment } from './environment/merge.ts';
import type { ParseOptions } from './parse-template.ts';
import { ProblemList } from './problem-list.ts';
import { child, pathOf, textOf } from './yaml/node.ts';
import { readYaml } from './yaml/read-yaml.ts';

export interface OutlineStep {
  readonly name: string;
  /** Parents as `Template` has them: in order, without repeats; they may name steps that do not exist. */
  readonly dependsOn: readonly string[];
  /** JSON pointer of the step, e.g. `/step_templates/0`. */
  readonly path: string;
  /** UTF-16 offset and length of the step's name. */
  readonly offset: number;
  readonly length: number;
}

export interface TemplateOutline {
  readonly name?: string;
  readonly steps: readonly OutlineStep[];
  readonly environments: readonly string[];
  /** The text has syntax errors: the outline shows what could be recovered. */
  readonly isBroken: boolean;
}

export function readOutline(text: string, { environment }: ParseOptions = {}): TemplateOutline {
  const problems = new ProblemList(text);
  const { root, isBroken } = readYaml(text, problems);
  if (root === undefined) return { steps: [], environments: [], isBroken };
  const merged = mergeEnvironment(root, environment, problems.report);
  const name = textOf(child(merged, 'name'));
  const steps = stepViews(merged).flatMap((step) =>
    step.name === undefined ? [] : [outlineStep(step.name, step.parents, step.node.place, step.place)],
  );
  return { steps, environments: environmentNames(root), isBroken, ...(name === undefined ? {} : { name }) };
}

function outlineStep(
  name: string,
  parents: readonly Parent[],
  node: Place,
  { offset, length }: Place,
): OutlineStep {
  const dependsOn = [...new Set(parents.map((parent) => parent.name))];
  return { name, dependsOn, path: pathOf(node), offset, length };
}
