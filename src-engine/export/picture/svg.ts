/**
 * The graph as an SVG file that needs nothing else: no style sheet, no script, no font that must be there. Laid out like the
 * canvas. Valid XML for any name.
 */
import { edgePath } from '../../graph/layout/edge-path.ts';
import { layoutGraph } from '../../graph/layout/layout.ts';
import type { GraphLayout, GraphShape } from '../../graph/layout/layout-types.ts';
import { buildStepGraph } from '../../graph/step-graph.ts';
import type { Template } from '../../template/template.ts';
import type { Exported, ExportOptions } from '../export-types.ts';
import type { Subject } from '../subject.ts';
import { cardElement } from './svg-card.ts';
import type { PictureColours } from './svg-theme.ts';
import { FONT, PICTURE_COLOURS } from './svg-theme.ts';
import { fitted, textWidth } from './text-width.ts';
import { xmlText } from './xml-text.ts';

export const SVG_TYPE = 'image/svg+xml';

const MARGIN = 24;
/** Room for the heading. */
const HEAD = 44;
const HEADING = { size: 15, isBold: true } as const;
/** A heading may make the picture wider, to here. */
const WIDEST_HEADING = 640;

export function exportSvg({ template, base, options }: Subject): Exported {
  const text = svgOf(template, options);
  return { kind: 'exported', files: [{ name: `${base}.svg`, mediaType: SVG_TYPE, text }], notes: [] };
}

function svgOf(template: Template, { direction = 'down', theme = 'light' }: ExportOptions): string {
  const { parents } = buildStepGraph(template.steps);
  const edges = parents.flatMap((list, to) => list.map((from): [number, number] => [from, to]));
  const shape = { count: template.steps.length, edges };
  const layout = layoutGraph(shape, direction);
  const colours = PICTURE_COLOURS[theme];
  const height = Math.ceil(layout.height + 2 * MARGIN + HEAD);
  const title = `${template.namespaceName} / ${template.name} ${template.version}`;
  const headed = Math.min(textWidth(title, HEADING), WIDEST_HEADING);
  const width = Math.ceil(Math.max(layout.width, headed) + 2 * MARGIN);
  const heading = xmlText(fitted(title, width - 2 * MARGIN, HEADING));
  const cards = template.steps.map((step, index) =>
    cardElement(step, layout.places[index] ?? { x: 0, y: 0 }, colours),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family="${FONT}">`,
    `<title id="title">${xmlText(title)}</title>`,
    `<desc id="desc">${xmlText(description(template, parents))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${colours.surface}"/>`,
    `<text x="${MARGIN}" y="36" font-size="${HEADING.size}" font-weight="600" fill="${colours.text}">${heading}</text>`,
    `<g transform="translate(${(width - layout.width) / 2} ${MARGIN + HEAD})">`,
    ...edgeElements(shape, layout, colours),
    ...cards,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function edgeElements(
  { edges }: GraphShape,
  layout: GraphLayout,
  { edge }: PictureColours,
): readonly string[] {
  return edges.flatMap(([from, to], index) => {
    const [start, end] = [layout.places[from], layout.places[to]];
    if (start === undefined || end === undefined) return [];
    const { line } = edgePath(start, end, layout.bends[index] ?? [], layout.direction);
    return `<path d="${line}" fill="none" stroke="${edge}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  });
}

/** The graph in words, for who cannot see it. */
function description({ steps }: Template, parents: readonly (readonly number[])[]): string {
  const sentences = steps.map(({ name }, index) => {
    const names = (parents[index] ?? []).map((parent) => steps[parent]?.name);
    return names.length === 0 ? `${name} starts at once.` : `${name} waits for ${names.join(', ')}.`;
  });
  return [`${steps.length} steps.`, ...sentences].join(' ');
}
