/** Whether the minimap is on the screen: as somebody wished, else where it helps and costs little. */
import { usePreferences } from '../../store/preferences.ts';
import { useGraph } from '../shown/graph-store.ts';

const LARGE = 500;
/** A map of what is seen at a glance says nothing. */
const SMALL = 5;

export function useShowsMap(): boolean {
  const wanted = usePreferences((state) => state.showsMinimap);
  const count = useGraph((state) => state.shown?.model.ids.length ?? 0);
  return wanted ?? (count > SMALL && count <= LARGE);
}
