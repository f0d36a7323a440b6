/** What is unusual about the rows of a task: a sentence each. */
import { STEP_STATES, TASK_STATES } from '../../connection/states.ts';
import { groupBy } from '../../group-by.ts';
import { findCycles } from '../../graph/cycles.ts';
import type { Installation } from '../../store/production/detect/installation.ts';
import type { CopiedStep, TaskCopy } from '../../store/production/rows/task-copy.ts';
import { LARGEST_CONTEXT, LARGEST_RESULTS } from '../../store/production/rows/task-copy.ts';
import { listInWords } from '../list-in-words.ts';

export function notesOfCopy(
  copy: TaskCopy,
  { generation }: Pick<Installation, 'generation'>,
): readonly string[] {
  return [
    ...unknownStates(copy, generation),
    ...transitionNotes(copy),
    ...edgeNotes(copy),
    ...stepNotes(copy),
    ...sizeNotes(copy),
  ];
}

/** The state that the last transition says; `pending` where there is none (schema reference, section 5). */
export function stateOf({ transitions }: Pick<TaskCopy, 'transitions'>): string {
  return (transitions.find(({ mostRecent }) => mostRecent) ?? transitions.at(-1))?.to ?? 'pending';
}

function unknownStates(copy: TaskCopy, generation: Installation['generation']): readonly string[] {
  const known: readonly string[] = STEP_STATES[generation];
  const odd = copy.steps.filter((step) => !known.includes(stateOf(step)));
  const task = stateOf(copy);
  const taskStates: readonly string[] = TASK_STATES[generation];
  return [
    ...(taskStates.includes(task) ? [] : [`The task is in a state that is not known here: ${task}.`]),
    ...odd.map((step) => `${step.name} is in a state that is not known here: ${stateOf(step)}.`),
  ];
}

function transitionNotes(copy: TaskCopy): readonly string[] {
  const unmarked = [copy, ...copy.steps].filter(
    ({ transitions }) => transitions.length > 0 && !transitions.some(({ mostRecent }) => mostRecent),
  );
  const done = copy.steps.filter((step) => step.processed && step.transitions.length === 0);
  return [
    ...unmarked.map(
      (of) =>
        `${of.name} has transitions, but none is marked as the most recent: the engine takes it for pending.`,
    ),
    ...done.map(
      (step) => `${step.name} is processed, but has no transitions: they were removed, or never written.`,
    ),
    ...(copy.complete && stateOf(copy) !== 'complete'
      ? [`The task is marked as complete, but its state is ${stateOf(copy)}.`]
      : []),
  ];
}

function edgeNotes({ steps, edges }: TaskCopy): readonly string[] {
  const names = new Map(steps.map(({ id, name }) => [id, name]));
  const seen = new Set<string>();
  const twice = edges.filter((edge) => {
    const key = edge.join(' ');
    return seen.has(key) || !seen.add(key);
  });
  const foreign = edges.filter(([parent, child]) => !names.has(parent) || !names.has(child));
  const cycles = findCycles(dependencies({ steps, edges }));
  return [
    ...twice.map(
      ([parent, child]) =>
        `The edge from ${names.get(parent) ?? parent} to ${names.get(child) ?? child} is there twice: it counts twice in the numbers of parents.`,
    ),
    ...(foreign.length > 0 ? [`${foreign.length} of its edges lead to steps of another task.`] : []),
    ...cycles.map(
      (cycle) => `Its edges form a cycle, so these steps never become ready: ${listInWords(cycle, 6)}.`,
    ),
  ];
}

/** Names of the steps with those of their parents, each once. */
export function dependencies({ steps, edges }: Pick<TaskCopy, 'steps' | 'edges'>) {
  const names = new Map(steps.map(({ id, name }) => [id, name]));
  const parents = parentsOf({ edges });
  return steps.map(({ id, name }) => ({
    name,
    dependsOn: [...new Set((parents.get(id) ?? []).flatMap((parent) => names.get(parent) ?? []))],
  }));
}

/** Keys of the parents by the key of the child, as the edges stand there. */
export function parentsOf({ edges }: Pick<TaskCopy, 'edges'>): ReadonlyMap<string, readonly string[]> {
  const byChild = groupBy(edges, ([, child]) => child);
  return new Map([...byChild].map(([child, all]) => [child, all.map(([parent]) => parent)]));
}

function stepNotes({ steps }: TaskCopy): readonly string[] {
  const named = groupBy(steps, ({ name }) => name);
  const repeated = [...named].filter(([, same]) => same.length > 1);
  const without = steps.filter(({ attempts }) => attempts === null);
  return [
    ...(steps.length === 0 ? ['The task has no steps: it will never be complete.'] : []),
    ...repeated.map(([name, same]) => `${same.length} of its steps are called ${name}.`),
    ...(without.length > 0
      ? [
          `${listInWords(without.map(({ name }) => name))}: attempts is null, which old readiness functions never find ready.`,
        ]
      : []),
  ];
}

function sizeNotes({ context, contextSize, steps }: TaskCopy): readonly string[] {
  const cut = steps.filter(({ results, resultsSize }) => results === null && resultsSize > LARGEST_RESULTS);
  return [
    ...(context === null && contextSize > LARGEST_CONTEXT
      ? [`Its context of ${size(contextSize)} was left where it is.`]
      : []),
    ...cut.map(
      (step: CopiedStep) =>
        `The results of ${step.name}, ${size(step.resultsSize)}, were left where they are.`,
    ),
  ];
}

function size(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
