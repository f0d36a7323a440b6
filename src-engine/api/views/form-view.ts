/**
 * What forms need of a template: the values of its head and of one step as the text has them, what each environment makes
 * of them, and where they stand. From one reading; never fails. Pure: it runs in a web worker while somebody types.
 */
import type { KeyPath } from '../../template/edit/template-edit.ts';
import type { JsonObject } from '../../template/template.ts';
import type { MapNode } from '../../template/yaml/node.ts';
import type { YamlReading } from '../../template/yaml/read-yaml.ts';
import { mergeEnvironment } from '../../template/environment/merge.ts';
import { ProblemList } from '../../template/problem-list.ts';
import { child, isNull, itemsOf, textOf } from '../../template/yaml/node.ts';
import { readYaml } from '../../template/yaml/read-yaml.ts';
import { toJsonObject } from '../../template/yaml/to-json.ts';
import type { ValueFacts } from './value-facts.ts';
import { factsBelow } from './value-facts.ts';

export interface FormView {
  /** The text has syntax errors: values are what could be recovered, and nothing to build a change on. */
  readonly isBroken: boolean;
  /** Everything but the steps and the environments. */
  readonly template: FormPart;
  /** Null where the text has no such step. */
  readonly step: FormPart | null;
  /** Names of all steps that have one, in the order of the text. */
  readonly steps: readonly string[];
}

/** The template's head, or a step. */
export interface FormPart {
  readonly path: KeyPath;
  /** As the text has it; a key that is absent here is not given. */
  readonly base: JsonObject;
  /** One for each environment of the file, in its order. */
  readonly overrides: readonly FormOverride[];
  /** By JSON pointer, of everything in `base` and in the overrides. */
  readonly facts: Readonly<Record<string, ValueFacts>>;
}

export interface FormOverride {
  readonly environment: string;
  /** Where the overrides stand, or would have to be put. */
  readonly path: KeyPath;
  /** The outermost thing that has to be made before a key can stand at `path`. */
  readonly missing: 'nothing' | 'entry' | 'list' | 'environment';
  /** What the environment says; without the name that an override of a step is found by. */
  readonly given: JsonObject;
  /** What base and overrides make together. */
  readonly effective: JsonObject;
  /** Keys besides `given` that make the environment what it is: a part that is left empty may be taken away. */
  readonly others: number;
}

const APART: ReadonlySet<string> = new Set(['step_templates', 'environments']);

/** @param step Index under `step_templates`; null for none. */
export function formView(text: string, step: number | null = null): FormView {
  return formViewOf(readYaml(text, new ProblemList(text)), step);
}

/** The same for a text that was read already: of a large one, selecting steps costs next to nothing then. */
export function formViewOf({ root, isBroken }: YamlReading, step: number | null): FormView {
  if (root === undefined) {
    return { isBroken, template: { path: [], base: {}, overrides: [], facts: {} }, step: null, steps: [] };
  }
  const steps = itemsOf(child(root, 'step_templates'));
  const merged = environmentsOf(root).map((environment) => ({
    ...environment,
    root: mergeEnvironment(root, environment.name, () => {}),
  }));
  const node = step === null ? undefined : steps[step];
  return {
    isBroken,
    template: templatePart(root, merged),
    step: step === null || node?.kind !== 'map' ? null : stepPart(node, step, merged),
    steps: steps.flatMap((each) => textOf(child(each, 'name')) ?? []),
  };
}

interface Environment {
  readonly name: string;
  /** Absent where the environment holds nothing, or no map. */
  readonly block: MapNode | undefined;
}

interface Merged extends Environment {
  /** The whole template as it is in this environment. */
  readonly root: MapNode;
}

function environmentsOf(root: MapNode): readonly Environment[] {
  const block = child(root, 'environments');
  if (block?.kind !== 'map') return [];
  return [...block.entries.values()].map(({ key, value }) => ({
    name: key,
    block: value.kind === 'map' ? value : undefined,
  }));
}

function templatePart(root: MapNode, merged: readonly Merged[]): FormPart {
  const base = headOf(root);
  const overrides = merged.map(({ name, block, root: whole }): FormOverride => ({
    environment: name,
    path: ['environments', name],
    missing: block === undefined ? 'environment' : 'nothing',
    given: block === undefined ? {} : toJsonObject(headOf(block)),
    effective: toJsonObject(headOf(whole)),
    others: itemsOf(child(block, 'step_templates')).length,
  }));
  const blocks = merged.flatMap(({ block }) => (block === undefined ? [] : [headOf(block)]));
  const environments = {
    ...root,
    entries: new Map([...root.entries].filter(([key]) => key === 'environments')),
  };
  return {
    path: [],
    base: toJsonObject(base),
    overrides,
    facts: {
      ...factsBelow(environments, 3),
      ...factsBelow(base),
      ...merge(blocks.map((block) => factsBelow(block))),
    },
  };
}

function stepPart(node: MapNode, index: number, merged: readonly Merged[]): FormPart {
  const found = merged.map((each) => ({ each, entry: overrideOf(each, child(node, 'name')) }));
  const overrides = found.map(({ each, entry }): FormOverride => {
    const list = child(each.block, 'step_templates');
    const effective = itemsOf(child(each.root, 'step_templates'))[index];
    return {
      environment: each.name,
      path: ['environments', each.name, 'step_templates', entry?.index ?? itemsOf(list).length],
      missing: missingOf(each.block, list !== undefined && !isNull(list), entry !== undefined),
      given: entry === undefined ? {} : toJsonObject(without(entry.node, new Set(['name']))),
      effective: effective?.kind === 'map' ? toJsonObject(effective) : {},
      others: itemsOf(list).length - (entry === undefined ? 0 : 1),
    };
  });
  return {
    path: ['step_templates', index],
    base: toJsonObject(node),
    overrides,
    facts: { ...factsBelow(node), ...merge(found.map(({ entry }) => factsBelow(entry?.node))) },
  };
}

/** The entry that has the last word: of two for one step, the later. */
function overrideOf({ block }: Merged, name: ReturnType<typeof child>) {
  const wanted = textOf(name);
  if (wanted === undefined) return undefined;
  const entries = itemsOf(child(block, 'step_templates'));
  const index = entries.findLastIndex((entry) => textOf(child(entry, 'name')) === wanted);
  const node = entries[index];
  return node?.kind === 'map' ? { node, index } : undefined;
}

function missingOf(block: MapNode | undefined, hasList: boolean, hasEntry: boolean): FormOverride['missing'] {
  if (block === undefined) return 'environment';
  if (!hasList) return 'list';
  return hasEntry ? 'nothing' : 'entry';
}

function headOf(root: MapNode): MapNode {
  return without(root, APART);
}

function without(node: MapNode, keys: ReadonlySet<string>): MapNode {
  return { ...node, entries: new Map([...node.entries].filter(([key]) => !keys.has(key))) };
}

function merge(
  records: readonly Readonly<Record<string, ValueFacts>>[],
): Readonly<Record<string, ValueFacts>> {
  return Object.assign({}, ...records) as Readonly<Record<string, ValueFacts>>;
}
