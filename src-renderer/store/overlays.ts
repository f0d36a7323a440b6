/** Which of the things that lie over the window is open; one at a time. */
import { create } from 'zustand';

export type Overlay =
  | 'palette'
  | 'steps'
  | 'connect'
  | 'disconnect'
  | 'examples'
  | 'scenarios'
  | 'connections'
  | 'shortcuts'
  | 'about';

export const useOverlay = create<{ readonly open: Overlay | null }>(() => ({ open: null }));

export function showOverlay(open: Overlay | null): void {
  useOverlay.setState({ open });
}
