/** Brings a view to the front and the focus into it. */
import * as canvas from '../canvas/canvas-commands.ts';
import * as editor from '../editor/editor-commands.ts';
import type { CentreView } from '../store/preferences.ts';
import { setPreferences, usePreferences } from '../store/preferences.ts';
import { hideProduction } from '../store/production/production.ts';

export type Place = 'canvas' | 'text' | 'details' | 'events' | 'problems';

export function goTo(place: Place): void {
  uncover(place);
  // What was hidden is there after the next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => focus(place)));
}

/** Of the template, also while production is looked at. */
export function showCentre(centre: CentreView): void {
  hideProduction();
  setPreferences({ centre });
}

function uncover(place: Place): void {
  hideProduction();
  const { centre } = usePreferences.getState();
  if (place === 'canvas' && centre === 'text') setPreferences({ centre: 'split' });
  if (place === 'text' && centre === 'canvas') setPreferences({ centre: 'split' });
  if (place === 'details') setPreferences({ showsDetails: true });
  if (place === 'events' || place === 'problems') setPreferences({ showsPanel: true, bottomTab: place });
}

function focus(place: Place): void {
  if (place === 'canvas') canvas.focus();
  else if (place === 'text') editor.focus();
  else document.querySelector<HTMLElement>(`#${place}`)?.focus();
}
