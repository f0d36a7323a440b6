/** A step as a card: its name, its handler, how often it is tried. */
import type { Point } from '../../graph/layout/layout-types.ts';
import { CARD } from '../../graph/layout/layout-types.ts';
import type { StepTemplate } from '../../template/template.ts';
import { attemptsWords, shortClass } from './step-facts.ts';
import type { PictureColours } from './svg-theme.ts';
import type { Face } from './text-width.ts';
import { fitted } from './text-width.ts';
import { xmlText } from './xml-text.ts';

const PADDING = 14;
const NAME: Face = { size: 13, isBold: true };
const SMALL: Face = { size: 11 };

/** What a card cannot show in full is in its title, which viewers show on hovering and readers read. */
export function cardElement(step: StepTemplate, { x, y }: Point, colours: PictureColours): string {
  const width = CARD.width - 2 * PADDING;
  const name = fitted(step.name, width, NAME);
  const handler = fitted(shortClass(step), width, SMALL);
  const about = `${step.name}: ${step.handlerClass}, ${attemptsWords(step)}`;
  const line = (top: number, face: Face, colour: string, text: string): string =>
    `<text x="${PADDING}" y="${top}" font-size="${face.size}"${face.isBold === true ? ' font-weight="600"' : ''} fill="${colour}">${xmlText(text)}</text>`;
  return [
    `<g transform="translate(${x} ${y})">`,
    `<title>${xmlText(about)}</title>`,
    `<rect width="${CARD.width}" height="${CARD.height}" rx="7" fill="${colours.card}" stroke="${colours.line}"/>`,
    line(24, NAME, colours.text, name),
    line(42, SMALL, colours.soft, handler),
    line(59, SMALL, step.defaultRetryable ? colours.soft : colours.accent, attemptsWords(step)),
    '</g>',
  ].join('');
}
