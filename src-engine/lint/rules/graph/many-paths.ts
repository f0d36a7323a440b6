import { topologicalOrder } from '../../../graph/levels.ts';
import type { Finding, LintContext, Rule } from '../../rule.ts';

export const manyPaths: Rule = {
  code: 'many-paths',
  severity: 'warning',
  title: 'More ways through the steps than SQL can walk',
  reason:
    'Levels are computed, and cycles looked for, by walking every path. Layers that are fully connected multiply: four layers of ten steps already take seconds, for each edge and each question.',
  hint: 'Let layers meet in one step between them instead of connecting each with each.',
  check,
};

/** Rows of the level query that PostgreSQL makes in about a second. */
const MOST_PATHS = 500_000;

function check({ merged, graph }: LintContext, report: Finding): void {
  const paths: number[] = [];
  let all = 0;
  for (const index of topologicalOrder(graph)) {
    const parents = graph.parents[index] ?? [];
    const count = parents.length === 0 ? 1 : parents.reduce((sum, parent) => sum + (paths[parent] ?? 0), 0);
    paths[index] = count;
    all += count;
  }
  const list = merged.entries.get('step_templates');
  if (all <= MOST_PATHS || list === undefined) return;
  report(list.keyPlace, `There are ${inWords(all)} ways through the steps of this template.`);
}

function inWords(count: number): string {
  if (count >= 1e12) return 'more than a trillion';
  if (count >= 1e9) return `${Math.round(count / 1e9)} billion`;
  return count >= 1e6 ? `${Math.round(count / 1e6)} million` : `${Math.round(count / 1000)} thousand`;
}
