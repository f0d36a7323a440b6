/** A lenient look at the steps of a document: what can be read is read, so that later checks run despite other errors. */
import type { MapNode, Place, YamlNode } from '../yaml/node.ts';
import { child, itemsOf, textOf } from '../yaml/node.ts';

export interface Parent {
  readonly name: string;
  readonly place: Place;
}

export interface StepView {
  readonly node: MapNode;
  readonly index: number;
  /** Absent when the step has no readable name. */
  readonly name?: string;
  /** Where to point at when the step as a whole is meant: its name, or else its first line. */
  readonly place: Place;
  /** `depends_on_step`, then `depends_on_steps`, as written: with repeats. */
  readonly parents: readonly Parent[];
}

export function stepViews(root: MapNode): readonly StepView[] {
  const views: StepView[] = [];
  for (const [index, node] of itemsOf(child(root, 'step_templates')).entries()) {
    if (node.kind === 'map') views.push(stepView(node, index));
  }
  return views;
}

function stepView(node: MapNode, index: number): StepView {
  const nameNode = child(node, 'name');
  const name = textOf(nameNode);
  const parents = [child(node, 'depends_on_step'), ...itemsOf(child(node, 'depends_on_steps'))].flatMap(
    parent,
  );
  const place = name === undefined || nameNode === undefined ? node.place : nameNode.place;
  return { node, index, place, parents, ...(name === undefined ? {} : { name }) };
}

function parent(node: YamlNode | undefined): readonly Parent[] {
  const name = textOf(node);
  return name === undefined || node === undefined ? [] : [{ name, place: node.place }];
}

/** What a step is called in messages. */
export function stepLabel(step: StepView): string {
  return step.name === undefined ? `number ${step.index + 1}` : `'${step.name.slice(0, 80)}'`;
}
