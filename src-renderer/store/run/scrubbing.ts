/** Whether a hand is dragging along the log: then what costs time waits until it rests. */
import { create } from 'zustand';

export const useScrubbing = create<{ readonly isHeld: boolean }>(() => ({ isHeld: false }));

export function setHeld(isHeld: boolean): void {
  if (useScrubbing.getState().isHeld !== isHeld) useScrubbing.setState({ isHeld });
}
