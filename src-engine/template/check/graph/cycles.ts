/** Dependency cycles: one problem for each knot of steps that depend on each other, with a shortest way round. */
import type { Report } from '../../problem-codes.ts';
import type { Parent, StepView } from '../step-view.ts';
import { quote } from '../../quote.ts';
import { knots } from './knots.ts';

/** Names beyond this many are cut out of the middle of the message. */
const LONGEST_PATH = 12;

export function checkCycles(steps: readonly StepView[], report: Report): void {
  const parents = parentMap(steps);
  for (const knot of knots(
    new Map([...parents].map(([name, list]) => [name, list.map((parent) => parent.name)])),
  )) {
    const start = steps.find(({ name }) => name !== undefined && knot.has(name))?.name;
    const path = start === undefined ? [] : shortestCycle(start, parents, knot);
    const [from, to] = path;
    const edge = from === undefined ? undefined : parents.get(from)?.find(({ name }) => name === to);
    if (edge === undefined) continue;
    const others = knot.size > path.length - 1 ? ` ${knot.size} steps are entangled in it.` : '';
    report('dependency-cycle', edge.place, `The dependencies form a cycle: ${tell(path)}.${others}`);
  }
}

/** Self-dependencies have a problem of their own and are left out. Of two steps with one name, the first counts. */
function parentMap(steps: readonly StepView[]): ReadonlyMap<string, readonly Parent[]> {
  const map = new Map<string, readonly Parent[]>();
  for (const { name, parents } of steps) {
    if (name !== undefined && !map.has(name))
      map.set(
        name,
        parents.filter((parent) => parent.name !== name),
      );
  }
  return map;
}

/** Breadth first inside the knot; every step of a knot lies on some cycle, so there is always one. */
function shortestCycle(
  start: string,
  parents: ReadonlyMap<string, readonly Parent[]>,
  knot: ReadonlySet<string>,
): readonly string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of parents.get(name) ?? []) {
      if (next.name === start) return [...wayBack(name, start, cameFrom), start];
      if (!knot.has(next.name) || cameFrom.has(next.name)) continue;
      cameFrom.set(next.name, name);
      queue.push(next.name);
    }
  }
  return [];
}

function wayBack(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let at = end; at !== start;) {
    at = cameFrom.get(at) ?? start;
    way.push(at);
  }
  return way.reverse();
}

function tell(path: readonly string[]): string {
  const names = path.map((name) => quote(name));
  if (names.length <= LONGEST_PATH) return names.join(' → ');
  const half = LONGEST_PATH / 2;
  return [...names.slice(0, half), `… ${names.length - LONGEST_PATH} more …`, ...names.slice(-half)].join(
    ' → ',
  );
}
