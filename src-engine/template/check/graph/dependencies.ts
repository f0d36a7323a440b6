/** Step names and the names steps depend on: unique, defined, and no loop of one. Longer loops: see `cycles.ts`. */
import type { Report } from '../../problem-codes.ts';
import type { StepView } from '../step-view.ts';
import { quote } from '../../quote.ts';
import { stepLabel } from '../step-view.ts';
import { suggester } from '../suggest.ts';

export function checkDependencies(steps: readonly StepView[], report: Report): void {
  const names = checkNames(steps, report);
  const suggest = suggester(names);
  for (const step of steps) {
    const seen = new Set<string>();
    for (const { name, place } of step.parents) {
      const label = stepLabel(step);
      if (name === step.name) report('self-dependency', place, `The step ${label} depends on itself.`);
      else if (!names.has(name)) {
        const message = `The step ${label} depends on ${quote(name)}, which no step has as its name.`;
        report('unknown-dependency', place, message, suggest(name));
      } else if (seen.has(name)) {
        report('repeated-dependency', place, `The step ${label} names its dependency ${quote(name)} twice.`);
      }
      seen.add(name);
    }
  }
}

function checkNames(steps: readonly StepView[], report: Report): ReadonlySet<string> {
  const first = new Map<string, StepView>();
  for (const step of steps) {
    if (step.name === undefined) continue;
    const earlier = first.get(step.name);
    if (earlier === undefined) first.set(step.name, step);
    else {
      const message = `The name ${quote(step.name)} belongs to the steps ${earlier.index + 1} and ${step.index + 1}.`;
      report('duplicate-step-name', step.place, message);
    }
  }
  return new Set(first.keys());
}
