/**
 * Layered layout by dagre: parents before children, no two cards on one another. Pure, and slow for large graphs (half a
 * second for 1,000 steps), so it runs in a worker. The ranker is not dagre's default, which takes ten times as long.
 */
import type { EdgeLabel, GraphLabel, NodeLabel } from '@dagrejs/dagre';
import { Graph, layout } from '@dagrejs/dagre';
import type { GraphShape } from './graph-model.ts';
import { gridOf } from './grid.ts';
import type { Direction, GraphLayout, Point } from './layout-types.ts';
import { CARD, GAP } from './layout-types.ts';

type Arranged = Graph<GraphLabel, NodeLabel, EdgeLabel>;

export function layoutGraph(shape: GraphShape, direction: Direction): GraphLayout {
  const isTied = tiedSteps(shape);
  const graph = arranged(shape, isTied, direction);
  // Of no steps dagre says that they are infinitely small.
  const { width = 0, height = 0 } = isTied.includes(true) ? graph.graph() : {};
  // dagre would put steps without any edge into one endless row.
  const loose = gridOf(isTied.filter((tie) => !tie).length);
  const top = height > 0 && loose.places.length > 0 ? height + GAP.between : height;
  let next = 0;
  const places = isTied.map((tie, index) => {
    if (tie) return cornerOf(graph.node(String(index)));
    const place = loose.places[next++] ?? { x: 0, y: 0 };
    return { x: place.x, y: place.y + top };
  });
  return {
    direction,
    places,
    bends: bendsOf(shape, graph, direction),
    width: Math.max(width, loose.width),
    height: top + loose.height,
  };
}

/** Which steps have an edge to another step. */
function tiedSteps({ count, edges }: GraphShape): readonly boolean[] {
  const ties = Array.from({ length: count }, () => false);
  for (const [from, to] of edges) {
    if (from === to) continue;
    ties[from] = true;
    ties[to] = true;
  }
  return ties;
}

function arranged({ edges }: GraphShape, isTied: readonly boolean[], direction: Direction): Arranged {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({
    rankdir: direction === 'down' ? 'TB' : 'LR',
    ranker: 'tight-tree',
    // dagre separates cards of one row by `nodesep`, whichever way the rows run.
    nodesep: direction === 'down' ? GAP.beside : GAP.beside - 8,
    edgesep: 16,
    ranksep: direction === 'down' ? GAP.between : GAP.between + 18,
  });
  for (const [index, tie] of isTied.entries()) if (tie) graph.setNode(String(index), { ...CARD });
  for (const [index, [from, to]] of edges.entries())
    if (from !== to) graph.setEdge(String(from), String(to), {}, String(index));
  layout(graph);
  return graph;
}

function cornerOf({ x, y }: { x?: number; y?: number }): Point {
  return { x: (x ?? 0) - CARD.width / 2, y: (y ?? 0) - CARD.height / 2 };
}

/** dagre also says where an edge passes between rows; only the points within rows keep it off the cards. */
function bendsOf(
  { edges }: GraphShape,
  graph: Arranged,
  direction: Direction,
): readonly (readonly Point[])[] {
  const along = (point: { x?: number; y?: number }): number =>
    Math.round((direction === 'down' ? point.y : point.x) ?? 0);
  const rows = new Set(graph.nodes().map((name) => along(graph.node(name))));
  return edges.map(([from, to], index) => {
    if (from === to) return [];
    const { points = [] } = graph.edge(String(from), String(to), String(index));
    return points
      .slice(1, -1)
      .filter((point) => rows.has(along(point)))
      .map(({ x, y }) => ({ x, y }));
  });
}
