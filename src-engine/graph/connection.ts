/** Whether a step may wait for another one, and if not, why: for whoever draws an edge. Pure. */

export interface Edge {
  readonly from: string;
  readonly to: string;
}

export type Refusal =
  | { readonly kind: 'self' }
  | { readonly kind: 'exists' }
  /** The way that would be closed: from the child over its descendants to the parent, both included. */
  | { readonly kind: 'cycle'; readonly way: readonly string[] };

/** @returns Why `to` cannot wait for `from`; null when it can. */
export function refusedConnection(edges: readonly Edge[], from: string, to: string): Refusal | null {
  if (from === to) return { kind: 'self' };
  if (edges.some((edge) => edge.from === from && edge.to === to)) return { kind: 'exists' };
  const way = shortestWay(edges, to, from);
  return way === null ? null : { kind: 'cycle', way };
}

/** e.g. `'pay' would wait for itself: pay → ship → pay`. */
export function refusalInWords(refusal: Refusal, from: string, to: string): string {
  if (refusal.kind === 'self') return `'${to}' cannot wait for itself.`;
  if (refusal.kind === 'exists') return `'${to}' waits for '${from}' already.`;
  return `That would be a cycle: ${[...refusal.way, to].join(' → ')}.`;
}

function shortestWay(edges: readonly Edge[], from: string, to: string): readonly string[] | null {
  const children = new Map<string, string[]>();
  for (const { from: parent, to: child } of edges) {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [child]);
    else siblings.push(child);
  }
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) return wayBack(cameFrom, to);
    for (const child of children.get(at) ?? []) {
      if (cameFrom.has(child)) continue;
      cameFrom.set(child, at);
      queue.push(child);
    }
  }
  return null;
}

function wayBack(cameFrom: ReadonlyMap<string, string | null>, end: string): readonly string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = end; at != null; at = cameFrom.get(at)) way.unshift(at);
  return way;
}
