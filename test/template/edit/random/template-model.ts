/** What edits should do, on plain values: the names, parents and other keys of steps, in their order. */
import type { Json, JsonObject } from '../../../../src-engine/template/template.ts';
import type { Dependents } from '../../../../src-engine/template/edit/template-edit.ts';
import type { EditableText } from '../../../../src-engine/template/edit/editable-text.ts';
import { editableOf } from '../../../../src-engine/template/edit/editable-text.ts';
import { ProblemList } from '../../../../src-engine/template/problem-list.ts';
import { readYaml } from '../../../../src-engine/template/yaml/read-yaml.ts';
import { toJsonObject } from '../../../../src-engine/template/yaml/to-json.ts';

export interface ModelStep {
  readonly name: string;
  readonly parents: ReadonlySet<string>;
  readonly rest: JsonObject;
}

export interface Model {
  readonly steps: readonly ModelStep[];
  readonly namedSteps: ReadonlySet<string> | null;
  /** Of the one environment, by step. */
  readonly overrides: ReadonlyMap<string, Json>;
  readonly top: JsonObject;
}

/** A text read once: as a value, and for edits. */
export interface ReadText {
  readonly root: JsonObject;
  readonly editable: EditableText;
}

/** Throws when the text has a syntax error. */
export function readText(text: string): ReadText {
  const reading = readYaml(text, new ProblemList(text));
  if (reading.root === undefined || reading.isBroken) throw new Error(`broken:\n${text}`);
  return { root: toJsonObject(reading.root), editable: editableOf(text, reading, []) };
}

export function modelOf(text: string): Model {
  return modelOfRoot(readText(text).root);
}

export function modelOfRoot({
  step_templates: steps,
  named_steps: named,
  environments,
  ...top
}: JsonObject): Model {
  const production = objectOf(objectOf(environments)['production']);
  const { step_templates: overrides, ...others } = production;
  return {
    steps: listOf(steps).map((step) => modelStep(objectOf(step))),
    namedSteps: Array.isArray(named) ? new Set(named.map(String)) : null,
    overrides: new Map(listOf(overrides).map((override) => [modelStep(objectOf(override)).name, override])),
    top: { ...top, ...others },
  };
}

function modelStep({ name, depends_on_step: one, depends_on_steps: many, ...rest }: JsonObject): ModelStep {
  const parents = [one, ...listOf(many)].filter((parent) => typeof parent === 'string');
  return { name: typeof name === 'string' ? name : '', parents: new Set(parents), rest };
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function namesOf({ steps }: Model): readonly string[] {
  return steps.map(({ name }) => name);
}

export function withParents(
  model: Model,
  name: string,
  change: (parents: readonly string[]) => readonly string[],
): Model {
  const steps = model.steps.map((step) =>
    step.name === name ? { ...step, parents: new Set(change([...step.parents])) } : step,
  );
  return { ...model, steps };
}

export function withSteps(model: Model, position: number, added: readonly ModelStep[]): Model {
  const namedSteps =
    model.namedSteps === null ? null : new Set([...model.namedSteps, ...added.map(({ name }) => name)]);
  return { ...model, steps: model.steps.toSpliced(position, 0, ...added), namedSteps };
}

export function renamed(model: Model, from: string, to: string): Model {
  const swap = (name: string): string => (name === from ? to : name);
  return {
    ...model,
    steps: model.steps.map((step) => ({
      ...step,
      name: swap(step.name),
      parents: new Set([...step.parents].map(swap)),
    })),
    namedSteps: model.namedSteps === null ? null : new Set([...model.namedSteps].map(swap)),
    overrides: new Map(
      [...model.overrides].map(([name, value]) => [
        swap(name),
        name === from ? { ...objectOf(value), name: to } : value,
      ]),
    ),
  };
}

export function without(model: Model, names: readonly string[], dependents: Dependents): Model {
  const gone = new Set(names);
  if (dependents === 'delete') {
    for (const name of gone) for (const step of model.steps) if (step.parents.has(name)) gone.add(step.name);
  }
  const heirs = (name: string): readonly string[] => {
    const parents = [...(model.steps.find((step) => step.name === name)?.parents ?? [])];
    return dependents === 'bridge'
      ? parents.flatMap((parent) => (gone.has(parent) ? heirs(parent) : parent))
      : [];
  };
  return {
    ...model,
    steps: model.steps
      .filter(({ name }) => !gone.has(name))
      .map((step) => ({
        ...step,
        parents: new Set([...step.parents].flatMap((parent) => (gone.has(parent) ? heirs(parent) : parent))),
      })),
    namedSteps:
      model.namedSteps === null ? null : new Set([...model.namedSteps].filter((name) => !gone.has(name))),
    overrides: new Map([...model.overrides].filter(([name]) => !gone.has(name))),
  };
}

export function copied(
  model: Model,
  names: readonly string[],
  position: number,
  parents?: ReadonlySet<string>,
): Model {
  const chosen = model.steps.filter(({ name }) => names.includes(name));
  const taken = new Set(namesOf(model));
  const copies = new Map(chosen.map(({ name }) => [name, free(name, taken)]));
  const added = chosen.map((step): ModelStep => {
    const kept = [...step.parents].map((parent) => copies.get(parent) ?? parent);
    const own = new Set(kept.length === 0 ? parents : kept);
    return { ...step, name: copies.get(step.name) ?? '', parents: own };
  });
  return withSteps(model, position, added);
}

export function free(name: string, taken: Set<string>): string {
  let number = 2;
  let candidate = name;
  while (taken.has(candidate)) {
    candidate = `${name}_${number}`;
    number += 1;
  }
  taken.add(candidate);
  return candidate;
}

/** Whether `to` already is above `from`, so that an edge between them would close a cycle. */
export function isAncestor(model: Model, above: string, below: string): boolean {
  const parents = new Map(model.steps.map((step) => [step.name, step.parents]));
  const seen = new Set([below]);
  for (const name of seen) for (const parent of parents.get(name) ?? []) seen.add(parent);
  return seen.has(above);
}
