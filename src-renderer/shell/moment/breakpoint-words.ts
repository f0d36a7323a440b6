/** A breakpoint as a sentence without its subject. */
import type { Breakpoint } from '../../store/run/breakpoints.ts';

export function breakpointWords({
  event,
  step,
  state,
  attempt,
  expression,
  fromHit = 1,
}: Breakpoint): string {
  const parts = [
    event ?? 'any event',
    ...(step === undefined ? [] : [`of ${step}`]),
    ...(state === undefined ? [] : [`that moves to ${state.replaceAll('_', ' ')}`]),
    ...(attempt === undefined ? [] : [`in attempt ${attempt}`]),
    ...(expression === undefined || expression === '' ? [] : [`where ${expression}`]),
    ...(fromHit > 1 ? [`from hit ${fromHit} on`] : []),
  ];
  return parts.join(' ');
}
