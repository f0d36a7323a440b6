// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { ShownGraph } from '../../../src-renderer/canvas/shown/graph-store.ts';
import type { Pane } from '../../../src-renderer/canvas/view/view-keeper.ts';
import { ViewKeeper } from '../../../src-renderer/canvas/view/view-keeper.ts';
import { buildGraphModel } from '../../../src-renderer/graph/graph-model.ts';
import { layoutGraph } from '../../../src-engine/graph/layout/layout.ts';
import type { View } from '../../../src-renderer/graph/viewport.ts';
import { firstView, isInView } from '../../../src-renderer/graph/viewport.ts';
import { clearSelection, selectStep } from '../../../src-renderer/store/selection.ts';
import { viewOf } from '../graph/graphs.ts';

beforeEach(clearSelection);

function shown(parents: Readonly<Record<string, readonly string[]>>, load = 1): ShownGraph {
  const model = buildGraphModel(viewOf(parents), null);
  const layout = layoutGraph(model.shape, 'down');
  return { model, automatic: layout, layout, isSimple: false, load };
}

/** React Flow as far as the keeper knows it. */
class FakeFlow {
  width = 900;
  height = 700;
  minZoom = 0.1;
  transform: Pane['transform'] = [0, 0, 1];

  setViewport({ x, y, zoom }: View): Promise<boolean> {
    this.transform = [x, y, zoom];
    return Promise.resolve(true);
  }

  zoomIn(): Promise<boolean> {
    return this.zoomTo(this.view.zoom * 1.2);
  }

  zoomOut(): Promise<boolean> {
    return this.zoomTo(this.view.zoom / 1.2);
  }

  zoomTo(zoom: number): Promise<boolean> {
    return this.setViewport({ ...this.view, zoom });
  }

  get view(): View {
    const [x, y, zoom] = this.transform;
    return { x, y, zoom };
  }

  /** Where a step's card lies in the pane. */
  onScreen({ model, layout }: ShownGraph, step: string): { readonly x: number; readonly y: number } {
    const place = layout.places[model.ids.indexOf(step)] ?? { x: Number.NaN, y: Number.NaN };
    return { x: place.x * this.view.zoom + this.view.x, y: place.y * this.view.zoom + this.view.y };
  }
}

function begin(): { readonly flow: FakeFlow; readonly keeper: ViewKeeper } {
  const flow = new FakeFlow();
  return { flow, keeper: new ViewKeeper(flow, () => flow) };
}

const CHAIN = { a: [], b: ['a'], c: ['b'] };
const LONGER = { ...CHAIN, z: [], d: ['z', 'a'] };

test('a new document is fitted, and fitted again while nobody moved it and the pane changes', () => {
  const { flow, keeper } = begin();
  const graph = shown(CHAIN);
  flow.width = 0;
  keeper.show(graph);
  expect(flow.view.zoom).toBe(1);
  flow.width = 400;
  keeper.resize();
  expect(flow.view).toEqual(firstView(graph.layout, flow));
  void flow.setViewport({ x: 5, y: 6, zoom: 0.7 });
  keeper.moved();
  flow.width = 900;
  keeper.resize();
  expect(flow.view).toEqual({ x: 5, y: 6, zoom: 0.7 });
});

test('when the structure changes, what one looks at stays where it is', () => {
  const { flow, keeper } = begin();
  const [before, after] = [shown(CHAIN), shown(LONGER)];
  keeper.show(before);
  void flow.setViewport({ x: 100, y: 50, zoom: 0.9 });
  keeper.moved();
  selectStep('c', 'text');
  const place = flow.onScreen(before, 'c');
  keeper.show(after);
  expect(flow.onScreen(after, 'c')).toEqual(place);
  expect(flow.view.zoom).toBe(0.9);
});

test('a graph that grows out of the pane is fitted anew, unless somebody moved it', () => {
  const { flow, keeper } = begin();
  const tall = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`s${index}`, index === 0 ? [] : [`s${index - 1}`]]),
  );
  const [before, after] = [shown({ s0: [] }), shown(tall)];
  keeper.show(before);
  keeper.show(after);
  expect(flow.view).toEqual(firstView(after.layout, flow));
});

test('the next document is fitted, whatever was done to the one before', () => {
  const { flow, keeper } = begin();
  keeper.show(shown(CHAIN));
  void flow.setViewport({ x: -4000, y: 0, zoom: 2 });
  keeper.moved();
  const next = shown(LONGER, 2);
  keeper.show(next);
  expect(flow.view).toEqual(firstView(next.layout, flow));
});

test('a step is brought into view only when it cannot be seen', () => {
  const { flow, keeper } = begin();
  const graph = shown(CHAIN);
  keeper.show(graph);
  const fitted = flow.view;
  keeper.handle.reveal('c');
  expect(flow.view).toEqual(fitted);
  void flow.setViewport({ x: -4000, y: 0, zoom: 1 });
  keeper.handle.reveal('c');
  expect(isInView(graph.layout.places[2] ?? { x: 0, y: 0 }, flow.view, flow)).toBe(true);
  keeper.handle.reveal('no such step');
});

test('the commands zoom, and fit', () => {
  const { flow, keeper } = begin();
  keeper.show(shown(CHAIN));
  const fitted = flow.view;
  keeper.handle.zoomOut();
  expect(flow.view.zoom).toBeLessThan(fitted.zoom);
  keeper.handle.zoomReset();
  expect(flow.view.zoom).toBe(1);
  void flow.setViewport({ x: -4000, y: 0, zoom: 2 });
  keeper.handle.fit();
  expect(flow.view).toEqual(fitted);
});
