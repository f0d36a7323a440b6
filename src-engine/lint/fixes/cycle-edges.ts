/** The edges of a cycle, each as something that could be cut. */
import type { Fix, Problem } from '../../template/problem.ts';
import { quote } from '../../template/quote.ts';
import type { LintContext } from '../rule.ts';

/** Nobody chooses among more. */
const MOST_FIXES = 5;

/** One fix for each edge of a shortest way round; the way begins with the edge the problem is at. */
export function disconnections({ path }: Problem, { steps, graph }: LintContext): readonly Fix[] {
  const [, list, index, key, item] = path.split('/');
  const child = steps.findIndex((step) => step.index === Number(index));
  const parent = steps[child]?.parents.find(({ place }) =>
    key === 'depends_on_steps' ? String(place.segment) === item : place.segment === key,
  );
  const start = graph.names.indexOf(parent?.name ?? '');
  if (list !== 'step_templates' || start < 0) return [];
  const way = wayUp(graph.parents, start, child).map((at) => graph.names[at] ?? '');
  return way.slice(0, MOST_FIXES).map((to, at) => {
    const from = way[at + 1] ?? way[0] ?? '';
    return {
      title: `${quote(to)} no longer waits for ${quote(from)}`,
      edit: { kind: 'disconnect', from, to },
    };
  });
}

/** From `end` over `start` along the dependencies until `end` again, which is left out: `[end, start, …]`. */
function wayUp(parents: readonly (readonly number[])[], start: number, end: number): readonly number[] {
  const cameFrom = new Map([[start, -1]]);
  for (const [at] of cameFrom) {
    if (parents[at]?.includes(end)) {
      const way: number[] = [];
      for (let step = at; step >= 0; step = cameFrom.get(step) ?? -1) way.unshift(step);
      return [end, ...way];
    }
    for (const parent of parents[at] ?? []) if (!cameFrom.has(parent)) cameFrom.set(parent, at);
  }
  return [];
}
