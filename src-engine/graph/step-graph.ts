/**
 * Steps and their dependencies by position, the form every graph question works on. Pure; never fails: a dependency
 * on a name that no step has is set aside, a repeated one counts once, of two steps with one name the first is meant.
 */
export interface GraphStep {
  readonly name: string;
  readonly dependsOn: readonly string[];
}

export interface StepGraph {
  readonly names: readonly string[];
  /** For each step the positions it depends on, in the order written. */
  readonly parents: readonly (readonly number[])[];
  /** For each step the positions that depend on it, in step order. */
  readonly children: readonly (readonly number[])[];
  readonly unknown: readonly UnknownDependency[];
}

/** A dependency on a name that no step has. */
export interface UnknownDependency {
  readonly step: string;
  readonly dependency: string;
}

/** Builds the graph in time proportional to steps plus dependencies. */
export function buildStepGraph(steps: readonly GraphStep[]): StepGraph {
  const names = steps.map(({ name }) => name);
  const position = new Map<string, number>();
  for (const [index, name] of names.entries()) if (!position.has(name)) position.set(name, index);
  const unknown: UnknownDependency[] = [];
  const parents = steps.map(({ name, dependsOn }) =>
    [...new Set(dependsOn)].flatMap((dependency) => {
      const parent = position.get(dependency);
      if (parent === undefined) unknown.push({ step: name, dependency });
      return parent ?? [];
    }),
  );
  return { names, parents, children: reversed(parents), unknown };
}

/** The same graph from pairs of positions, for callers that hold edges and not names. */
export function stepGraphOfEdges(
  names: readonly string[],
  edges: readonly (readonly [from: number, to: number])[],
): StepGraph {
  const parents = names.map(() => new Set<number>());
  for (const [from, to] of edges) if (from in names) parents[to]?.add(from);
  const lists = parents.map((set) => [...set]);
  return { names, parents: lists, children: reversed(lists), unknown: [] };
}

/** Turns lists of parents into lists of children, and the other way round. */
export function reversed(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const result = lists.map((): number[] => []);
  for (const [index, list] of lists.entries()) for (const other of list) result[other]?.push(index);
  return result;
}
