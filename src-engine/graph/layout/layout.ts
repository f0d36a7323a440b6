/**
 * Layered layout: parents before children, no two cards on one another. dagre finds rows and the order in them, the places in
 * a row are found by `straighten`. Pure, and slow for large graphs (half a second for 1,000 steps), so it runs in a worker.
 */
import type { EdgeLabel, GraphLabel, NodeLabel } from '@dagrejs/dagre';
import { Graph, layout } from '@dagrejs/dagre';
import type { GraphShape } from './layout-types.ts';
import { gridOf } from './grid.ts';
import type { Direction, GraphLayout, Point } from './layout-types.ts';
import { CARD, GAP } from './layout-types.ts';
import type { Spots } from './row-spots.ts';
import { straightSpots } from './row-spots.ts';

type Arranged = Graph<GraphLabel, NodeLabel, EdgeLabel>;

export function layoutGraph(shape: GraphShape, direction: Direction): GraphLayout {
  const isTied = tiedSteps(shape);
  const spots = straightSpots(shape, arrangedSpots(shape, isTied, direction), direction);
  const { width, height } = extent(spots);
  // dagre would put steps without any edge into one endless row.
  const loose = gridOf(isTied.filter((tie) => !tie).length);
  const top = height > 0 && loose.places.length > 0 ? height + GAP.between : height;
  let next = 0;
  const places = spots.middles.map((middle) => {
    if (middle !== null) return { x: middle.x - CARD.width / 2, y: middle.y - CARD.height / 2 };
    const place = loose.places[next++] ?? { x: 0, y: 0 };
    return { x: place.x, y: place.y + top };
  });
  return {
    direction,
    places,
    bends: spots.bends,
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

function arrangedSpots(shape: GraphShape, isTied: readonly boolean[], direction: Direction): Spots {
  const graph: Arranged = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  // The ranker is not dagre's default, which takes ten times as long.
  const ranksep = direction === 'down' ? GAP.between : GAP.between + 18;
  graph.setGraph({ rankdir: direction === 'down' ? 'TB' : 'LR', ranker: 'tight-tree', ranksep });
  for (const [index, tie] of isTied.entries()) if (tie) graph.setNode(String(index), { ...CARD });
  for (const [index, [from, to]] of shape.edges.entries())
    if (from !== to) graph.setEdge(String(from), String(to), {}, String(index));
  if (isTied.includes(true)) layout(graph);
  return {
    middles: isTied.map((tie, index) => (tie ? pointOf(graph.node(String(index))) : null)),
    bends: bendsOf(shape, graph, direction),
  };
}

function pointOf({ x, y }: { x?: number; y?: number }): Point {
  return { x: x ?? 0, y: y ?? 0 };
}

/** dagre also says where an edge passes between rows; only the points within rows keep it off the cards. */
function bendsOf({ edges }: GraphShape, graph: Arranged, direction: Direction): Spots['bends'] {
  const along = (point: { x?: number; y?: number }): number =>
    Math.round((direction === 'down' ? point.y : point.x) ?? 0);
  const rows = new Set(graph.nodes().map((name) => along(graph.node(name))));
  return edges.map(([from, to], index) => {
    if (from === to) return [];
    const { points = [] } = graph.edge(String(from), String(to), String(index));
    return points
      .slice(1, -1)
      .filter((point) => rows.has(along(point)))
      .map(pointOf);
  });
}

function extent({ middles, bends }: Spots): { readonly width: number; readonly height: number } {
  let [width, height] = [0, 0];
  for (const middle of middles) {
    if (middle === null) continue;
    width = Math.max(width, middle.x + CARD.width / 2);
    height = Math.max(height, middle.y + CARD.height / 2);
  }
  for (const { x, y } of bends.flat()) {
    width = Math.max(width, x);
    height = Math.max(height, y);
  }
  return { width, height };
}
