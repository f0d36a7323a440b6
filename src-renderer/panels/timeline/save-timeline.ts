/** The whole timeline as a picture of its own. */
import type { Axis } from '../../../src-engine/timeline/axis.ts';
import type { Timeline } from '../../../src-engine/timeline/timeline.ts';
import { pictureBytes } from '../../document/picture-bytes.ts';
import { useDocument } from '../../store/document.ts';
import { download } from '../../ui/data/download.ts';
import { timelineSvg } from './timeline-svg.ts';

export async function saveTimeline(timeline: Timeline, axis: Axis, format: 'svg' | 'png'): Promise<void> {
  const style = getComputedStyle(document.documentElement);
  const svg = timelineSvg(timeline, axis, (name) => style.getPropertyValue(name));
  const name = `${useDocument.getState().name.replace(/\.ya?ml$/i, '')}.timeline.${format}`;
  if (format === 'svg') download(name, svg, 'image/svg+xml');
  else download(name, await pictureBytes(svg), 'image/png');
}
