/** New steps: at the end of the list, or on an edge. */
import type { Edge } from '../../../../graph/connection.ts';
import type { Json, JsonObject } from '../../../template.ts';
import { quote } from '../../../quote.ts';
import { refuse } from '../../refusal.ts';
import type { NewStep, StepId } from '../../template-edit.ts';
import { STEP_KEYS } from '../../values/key-order.ts';
import { refuseConnection } from '../connect.ts';
import { dependencyPair, mannerOf, setParents } from '../dependencies.ts';
import { insertSteps, writeStep } from './insert-steps.ts';
import { listNames, mentionsOf } from '../mentions.ts';
import type { DependencyStyle } from '../neighbours.ts';
import type { StepList } from '../step-list.ts';
import { parentOf, stepOf } from '../step-list.ts';
import { freeName, refuseName } from './step-names.ts';
import type { Workspace } from '../../workspace.ts';

export interface Addition {
  readonly step: NewStep;
  readonly dependsOn: readonly StepId[];
  readonly children?: readonly StepId[];
}

export function addStep(
  space: Workspace,
  steps: StepList,
  { step, dependsOn, children = [] }: Addition,
): readonly StepId[] {
  const name = newName(steps, step);
  const parents = dependsOn.map((id) => parentOf(steps, id).name);
  refuseCycles(steps, name, dependsOn, children);
  const manner = mannerOf(steps);
  for (const id of new Set(children)) {
    const child = stepOf(steps, id);
    setParents(space, child, [...child.parents, name], manner);
  }
  insertNew(space, steps, step, name, parents, steps.list?.entries.length ?? 0);
  return [name];
}

/** Between two steps, and behind the first of them in the text. */
export function insertStep(
  space: Workspace,
  steps: StepList,
  step: NewStep,
  { from, to }: Edge,
): readonly StepId[] {
  const name = newName(steps, step);
  const [parent, child] = [parentOf(steps, from), stepOf(steps, to)];
  if (!steps.edges.some((edge) => edge.from === from && edge.to === to)) {
    refuse(`${quote(to)} does not wait for ${quote(from)}.`, 'Add the step beside them and connect it.');
  }
  const wanted = child.parents.map((other) => (other === parent.name ? name : other));
  setParents(space, child, wanted, mannerOf(steps));
  insertNew(space, steps, step, name, [parent.name], parent.index + 1);
  return [name];
}

function newName({ steps }: StepList, { name }: NewStep): string {
  refuseName(name);
  return freeName(name, new Set(steps.flatMap((step) => [step.name, step.id])));
}

function refuseCycles(
  { edges }: StepList,
  name: string,
  parents: readonly StepId[],
  children: readonly StepId[],
): void {
  const all = [...edges, ...parents.map((from) => ({ from, to: name }))];
  for (const child of children) refuseConnection(all, name, child);
}

function insertNew(
  space: Workspace,
  steps: StepList,
  step: NewStep,
  name: string,
  parents: readonly string[],
  position: number,
): void {
  const { dependencies } = mannerOf(steps);
  const value = stepValue(step, name, [...new Set(parents)], dependencies);
  insertSteps(space, steps, position, [writeStep(space, steps, value, dependencies)]);
  listNames(space, mentionsOf(space), [name]);
}

const PARENT_KEYS = ['depends_on_step', 'depends_on_steps'];
const BEFORE_PARENTS = new Set(STEP_KEYS.slice(0, STEP_KEYS.indexOf('depends_on_step')));

function stepValue(
  { handlerClass, fields = {} }: NewStep,
  name: string,
  parents: readonly string[],
  style: DependencyStyle,
): JsonObject {
  const { description, ...others } = fields;
  const rest = Object.entries(others).filter(([key]) => !PARENT_KEYS.includes(key) && key !== 'name');
  const pairs: [string, Json][] = [['name', name]];
  if (description !== undefined) pairs.push(['description', description]);
  if (!('handler_class' in others)) pairs.push(['handler_class', handlerClass]);
  pairs.push(...rest.filter(([key]) => BEFORE_PARENTS.has(key)));
  if (parents.length > 0) {
    const { key, value } = dependencyPair(parents, style);
    pairs.push([key, value]);
  }
  return Object.fromEntries([...pairs, ...rest.filter(([key]) => !BEFORE_PARENTS.has(key))]);
}
