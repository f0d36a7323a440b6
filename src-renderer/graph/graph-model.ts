/**
 * What the canvas draws of a template: steps and edges with everything a parse says of them. Pure. What did not change
 * since the model before is the same object again, so that a card is drawn anew only when its own step changed.
 */
import type { StepNode, TemplateView } from '../../src-engine/api/contract/template-schemas.ts';
import type { GraphShape } from '../../src-engine/graph/layout/layout-types.ts';
import type { Problem, Severity } from '../../src-engine/template/problem.ts';
import { sameList, sameValues } from './same.ts';

export type GraphStep = Pick<
  StepNode,
  'id' | 'name' | 'handlerClass' | 'description' | 'retryLimit' | 'retryable'
> & {
  readonly problems: number;
  /** The worst among its problems; null without any. */
  readonly severity: Severity | null;
  /** On the longest chain of steps. */
  readonly isCritical: boolean;
};

export interface GraphEdge {
  readonly id: string;
  /** Ids of the parent and of the child. */
  readonly from: string;
  readonly to: string;
  readonly isCritical: boolean;
  readonly isInCycle: boolean;
}

export interface GraphModel {
  /** In the order of the text. */
  readonly ids: readonly string[];
  readonly steps: ReadonlyMap<string, GraphStep>;
  /** `shape.edges` has the same edges in the same order. */
  readonly edges: readonly GraphEdge[];
  readonly shape: GraphShape;
}

/** @param before The model drawn until now; null for none. */
export function buildGraphModel(view: TemplateView, before: GraphModel | null): GraphModel {
  const ids = view.steps.map(({ id }) => id);
  const edges = buildEdges(view, before);
  const position = new Map(ids.map((id, index) => [id, index]));
  return {
    ids: before !== null && sameList(ids, before.ids) ? before.ids : ids,
    steps: buildSteps(view, before),
    edges: before !== null && sameList(edges, before.edges) ? before.edges : edges,
    shape: {
      count: ids.length,
      edges: edges.map(({ from, to }) => [position.get(from) ?? 0, position.get(to) ?? 0] as const),
    },
  };
}

function buildSteps(view: TemplateView, before: GraphModel | null): ReadonlyMap<string, GraphStep> {
  const critical = new Set(chainOf(view));
  const problems = problemsByStep(view);
  return new Map(
    view.steps.map((step) => {
      const { id, name, handlerClass, description, retryLimit, retryable } = step;
      const found = problems.get(id) ?? [];
      const built: GraphStep = {
        id,
        name,
        ...(handlerClass === undefined ? {} : { handlerClass }),
        ...(description === undefined ? {} : { description }),
        ...(retryLimit === undefined ? {} : { retryLimit }),
        ...(retryable === undefined ? {} : { retryable }),
        problems: found.length,
        severity: worst(found),
        isCritical: critical.has(id),
      };
      const earlier = before?.steps.get(id);
      return [id, earlier !== undefined && sameValues(earlier, built) ? earlier : built];
    }),
  );
}

function buildEdges(view: TemplateView, before: GraphModel | null): readonly GraphEdge[] {
  const earlier = new Map(before?.edges.map((edge) => [edge.id, edge]));
  const critical = new Set(pairs(chainOf(view)).map(([from, to]) => edgeId(from, to)));
  // A cycle is told from child to parent: every step waits for the next one.
  const cyclic = new Set(view.cycles.flatMap(pairs).map(([child, parent]) => edgeId(parent, child)));
  return view.edges.map(({ from, to }) => {
    const id = edgeId(from, to);
    const built: GraphEdge = { id, from, to, isCritical: critical.has(id), isInCycle: cyclic.has(id) };
    const known = earlier.get(id);
    return known !== undefined && sameValues(known, built) ? known : built;
  });
}

/** The longest chain, unless it is the whole graph: then there is nothing to tell apart. */
function chainOf({ steps, criticalPath }: TemplateView): readonly string[] {
  return criticalPath.length < steps.length ? criticalPath : [];
}

/** Ids are free text: only a character that cannot stand in a name keeps two edges apart. */
function edgeId(from: string, to: string): string {
  return `${from}\n${to}`;
}

function pairs(way: readonly string[]): (readonly [string, string])[] {
  return way.slice(1).map((id, index) => [way[index] ?? id, id] as const);
}

/** Problems by the step they lie in: a problem's path is that of the step, or goes on from it. */
function problemsByStep({ steps, problems }: TemplateView): ReadonlyMap<string, readonly Problem[]> {
  const idByPath = new Map(steps.map(({ id, path }) => [path, id]));
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const id = stepAbove(problem.path, idByPath);
    if (id === undefined) continue;
    const list = found.get(id);
    if (list === undefined) found.set(id, [problem]);
    else list.push(problem);
  }
  return found;
}

function stepAbove(path: string, idByPath: ReadonlyMap<string, string>): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const id = idByPath.get(at);
    if (id !== undefined) return id;
  }
  return undefined;
}

function worst(problems: readonly Problem[]): Severity | null {
  const severities = new Set(problems.map(({ severity }) => severity));
  return (['error', 'warning', 'info'] as const).find((severity) => severities.has(severity)) ?? null;
}
