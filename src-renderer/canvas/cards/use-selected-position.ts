/** Where the selected step stands in the graph on the screen; null when none of its steps is selected. */
import { useSelection } from '../../store/selection.ts';
import { useGraph } from '../shown/graph-store.ts';

export function useSelectedPosition(): number | null {
  const step = useSelection((state) => state.step);
  const position = useGraph(({ shown }) => (step === null ? -1 : (shown?.model.ids.indexOf(step) ?? -1)));
  return position < 0 ? null : position;
}
