/** Values of single steps that load well and then do not do what they seem to say. A rule is one small function. */
import type { Report } from '../problem-codes.ts';
import type { MapNode } from '../yaml/node.ts';
import type { StepView } from './step-view.ts';
import { quote } from '../quote.ts';
import { child, itemsOf, textOf } from '../yaml/node.ts';
import { stepLabel } from './step-view.ts';

type StepRule = (step: StepView, root: MapNode, report: Report) => void;

const LARGEST_INTEGER = 2_147_483_647;
const CONSTANT = /^(?:::)?[A-Z]\w*(?:::[A-Z]\w*)*$/;

const RULES: readonly StepRule[] = [dependentSystem, retryable, retryLimit, customEvents, handlerClass];

export function checkSteps(root: MapNode, steps: readonly StepView[], report: Report): void {
  const list = child(root, 'step_templates');
  if (list?.kind === 'list' && list.items.length === 0) {
    report('no-steps', list.place, 'The template has no steps.');
  }
  checkClassName(root, 'task_handler_class', report);
  for (const step of steps) for (const rule of RULES) rule(step, root, report);
}

function dependentSystem(step: StepView, root: MapNode, report: Report): void {
  if (step.node.entries.has('dependent_system') || root.entries.has('default_dependent_system')) return;
  const message = `The step ${stepLabel(step)} has no dependent system; Tasker cannot register the template.`;
  report('dependent-system-missing', step.place, message);
}

function retryable(step: StepView, _root: MapNode, report: Report): void {
  const node = child(step.node, 'default_retryable');
  if (node?.kind !== 'scalar' || node.value !== false) return;
  report(
    'never-retryable',
    node.place,
    `The step ${stepLabel(step)} is not retryable: it never runs, not even once.`,
  );
}

function retryLimit(step: StepView, _root: MapNode, report: Report): void {
  const node = child(step.node, 'default_retry_limit');
  if (node?.kind !== 'scalar' || node.type !== 'integer') return;
  const limit = Number(node.value);
  if (limit <= 0) {
    report(
      'no-attempts',
      node.place,
      `The step ${stepLabel(step)} has a retry limit of ${limit}: it never runs.`,
    );
  } else if (limit > LARGEST_INTEGER) {
    report(
      'limit-too-large',
      node.place,
      `The retry limit ${node.source} is larger than ${LARGEST_INTEGER}.`,
    );
  }
}

function customEvents(step: StepView, _root: MapNode, report: Report): void {
  const entry = step.node.entries.get('custom_events');
  if (entry === undefined || itemsOf(entry.value).length === 0) return;
  report(
    'custom-events-dropped',
    entry.keyPlace,
    `The custom events of the step ${stepLabel(step)} are dropped.`,
  );
}

function handlerClass(step: StepView, _root: MapNode, report: Report): void {
  checkClassName(step.node, 'handler_class', report);
}

function checkClassName(map: MapNode, key: string, report: Report): void {
  const node = child(map, key);
  const name = textOf(node);
  if (node === undefined || name === undefined || CONSTANT.test(name)) return;
  report('class-name-format', node.place, `${quote(name)} is not the name of a Ruby class.`);
}
