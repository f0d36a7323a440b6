/** Tells the keeper of the view what happens: another graph, another size, a selection made elsewhere, a command. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useSelection } from '../../store/selection.ts';
import { connectCanvas } from '../canvas-commands.ts';
import { useGraph } from '../shown/graph-store.ts';
import { ViewKeeper } from './view-keeper.ts';

export function useCanvasView(): ViewKeeper {
  const flow = useReactFlow();
  const store = useStoreApi();
  const [keeper] = useState(() => new ViewKeeper(flow, store.getState));
  const shown = useGraph((state) => state.shown);

  // After React Flow's own effects: it has taken the new cards by then.
  useEffect(() => keeper.show(shown), [keeper, shown]);
  useEffect(() => connectCanvas(keeper.handle), [keeper]);
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.width !== before.width || now.height !== before.height) keeper.resize();
      }),
    [keeper, store],
  );
  useEffect(
    () =>
      useSelection.subscribe(({ step, by, turn }, before) => {
        if (step !== null && by !== 'canvas' && turn !== before.turn) keeper.handle.reveal(step);
      }),
    [keeper],
  );
  return keeper;
}
