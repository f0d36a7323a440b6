/** What rules need to know of a reading, put together once for all of them. */
import { buildStepGraph } from '../graph/step-graph.ts';
import { stepViews } from '../template/check/step-view.ts';
import { mergeEnvironment } from '../template/environment/merge.ts';
import type { MapNode } from '../template/yaml/node.ts';
import type { LintContext } from './rule.ts';

export function lintContext(text: string, root: MapNode, environment: string | undefined): LintContext {
  const merged = environment === undefined ? root : mergeEnvironment(root, environment, () => {});
  const steps = stepViews(merged);
  const graph = buildStepGraph(
    steps.map(({ name, parents }) => ({
      name: name ?? '',
      dependsOn: parents.map((parent) => parent.name),
    })),
  );
  return { text, root, merged, steps, graph, ...(environment === undefined ? {} : { environment }) };
}
