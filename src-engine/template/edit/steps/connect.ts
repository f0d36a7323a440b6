/** Draws, removes and moves edges. */
import { refusalInWords, refusedConnection } from '../../../graph/connection.ts';
import type { Edge } from '../../../graph/connection.ts';
import { quote } from '../../quote.ts';
import { refuse } from '../refusal.ts';
import type { StepId } from '../template-edit.ts';
import { mannerOf, setParents } from './dependencies.ts';
import type { StepList } from './step-list.ts';
import { parentOf, stepOf } from './step-list.ts';
import type { Workspace } from '../workspace.ts';

export function connect(space: Workspace, steps: StepList, from: StepId, to: StepId): readonly StepId[] {
  const [parent, child] = [parentOf(steps, from), stepOf(steps, to)];
  refuseConnection(steps.edges, from, to);
  setParents(space, child, [...child.parents, parent.name], mannerOf(steps));
  return [to];
}

export function disconnect(space: Workspace, steps: StepList, from: StepId, to: StepId): readonly StepId[] {
  const [parent, child] = edgeOf(steps, from, to);
  setParents(
    space,
    child,
    child.parents.filter((name) => name !== parent.name),
    mannerOf(steps),
  );
  return [to];
}

export function reconnect(space: Workspace, steps: StepList, old: Edge, wanted: Edge): readonly StepId[] {
  const [oldParent, oldChild] = edgeOf(steps, old.from, old.to);
  if (old.from === wanted.from && old.to === wanted.to) return [wanted.to];
  const [parent, child] = [parentOf(steps, wanted.from), stepOf(steps, wanted.to)];
  const others = steps.edges.filter(({ from, to }) => from !== old.from || to !== old.to);
  refuseConnection(others, wanted.from, wanted.to);
  const manner = mannerOf(steps);
  const rest = oldChild.parents.filter((name) => name !== oldParent.name);
  if (child === oldChild) setParents(space, child, [...rest, parent.name], manner);
  else {
    setParents(space, oldChild, rest, manner);
    setParents(space, child, [...child.parents, parent.name], manner);
  }
  return [wanted.to];
}

function edgeOf(
  steps: StepList,
  from: StepId,
  to: StepId,
): readonly [ReturnType<typeof stepOf>, ReturnType<typeof stepOf>] {
  const [parent, child] = [stepOf(steps, from), stepOf(steps, to)];
  if (!steps.edges.some((edge) => edge.from === from && edge.to === to)) {
    refuse(`${quote(to)} does not wait for ${quote(from)}.`, 'There is nothing to take away.');
  }
  return [parent, child];
}

const HINTS = {
  self: 'Choose another step to wait for.',
  exists: 'There is nothing to add.',
  cycle: 'Take away one of the edges on that way first.',
} as const;

export function refuseConnection(edges: readonly Edge[], from: StepId, to: StepId): void {
  const refusal = refusedConnection(edges, from, to);
  if (refusal !== null) refuse(refusalInWords(refusal, from, to), HINTS[refusal.kind]);
}
