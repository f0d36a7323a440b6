/** The whitelist `named_steps`: every step and every dependency must be on it. */
import type { Report } from '../problem-codes.ts';
import type { MapNode } from '../yaml/node.ts';
import type { StepView } from './step-view.ts';
import { quote } from '../quote.ts';
import { child, itemsOf, textOf } from '../yaml/node.ts';

export function checkNamedSteps(root: MapNode, steps: readonly StepView[], report: Report): void {
  const list = child(root, 'named_steps');
  if (list?.kind !== 'list') return;
  const named = new Set(itemsOf(list).map(textOf));
  for (const step of steps) {
    if (step.name !== undefined && !named.has(step.name)) {
      const message = `Step template name ${quote(step.name)} is not in the named_steps list.`;
      report('step-not-in-named-steps', step.place, message);
    }
    for (const { name, place } of step.parents) {
      if (named.has(name)) continue;
      report(
        'dependency-not-in-named-steps',
        place,
        `Dependency step ${quote(name)} is not in the named_steps list.`,
      );
    }
  }
  const defined = new Set(steps.map(({ name }) => name));
  for (const item of list.items) {
    const name = textOf(item);
    if (name === undefined || defined.has(name)) continue;
    report('unused-named-step', item.place, `No step has the name ${quote(name)} of the named_steps list.`);
  }
}
