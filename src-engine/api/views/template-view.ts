/**
 * A template text as a canvas, an outline and a list of problems need it, from one parse; valid or not. Pure: no Node,
 * no database and no schema library at run time, so that it also runs in a web worker while somebody types.
 */
import { criticalPath } from '../../graph/critical-path.ts';
import { findIndexCycles } from '../../graph/cycles.ts';
import { levelsOf, topologicalOrder } from '../../graph/levels.ts';
import { buildStepGraph } from '../../graph/step-graph.ts';
import { uniqueIds } from '../../graph/unique-ids.ts';
import type { LintOptions } from '../../lint/lint-template.ts';
import { lintRead } from '../../lint/lint-template.ts';
import type { OutlineStep } from '../../template/outline.ts';
import type { ReadTemplate } from '../../template/read-template.ts';
import { readTemplate } from '../../template/read-template.ts';
import type { StepNode, TemplateView } from '../contract/template-schemas.ts';

export function templateView(text: string, options: LintOptions = {}): TemplateView {
  return viewOfReading(text, readTemplate(text, options), options);
}

/** The same for a text that was read already. */
export function viewOfReading(text: string, read: ReadTemplate, options: LintOptions = {}): TemplateView {
  const { result, outline } = read;
  const { name, namespace, version } = outline;
  return {
    isValid: result.kind === 'parsed',
    isBroken: outline.isBroken,
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(version === undefined ? {} : { version }),
    environments: [...outline.environments],
    problems: [...lintRead(text, read, options)],
    ...graphView(outline.steps),
  };
}

type GraphView = Pick<TemplateView, 'steps' | 'edges' | 'cycles' | 'criticalPath'>;

function graphView(steps: readonly OutlineStep[]): GraphView {
  const graph = buildStepGraph(steps);
  const ids = uniqueIds(graph.names);
  const idAt = (index: number): string => ids[index] ?? '';
  const order = topologicalOrder(graph);
  const levels = levelsOf(graph, order);
  const isWhole = order.length === steps.length;
  // Without measured times every step weighs the same: the longest chain is the one with the most steps.
  const longest = isWhole
    ? criticalPath(
        graph,
        graph.names.map(() => 1),
      ).path
    : [];
  return {
    steps: steps.map((step, index) => stepNode(step, idAt(index), levels[index] ?? 0)),
    edges: graph.parents.flatMap((parents, child) =>
      parents.map((parent) => ({ from: idAt(parent), to: idAt(child) })),
    ),
    cycles: findIndexCycles(graph.parents).map((cycle) => cycle.map(idAt)),
    criticalPath: longest.map(idAt),
  };
}

function stepNode(step: OutlineStep, id: string, level: number): StepNode {
  const { dependsOn: _, whole, offset, length, ...rest } = step;
  return { id, ...rest, level, nameRange: { offset, length }, stepRange: { ...whole } };
}
