/**
 * How wide a text gets, without a font at hand: by the average widths of kinds of signs in common sans-serif faces, taken
 * rather too wide than too narrow. A text that would leave its card ends in an ellipsis.
 */

/** In parts of the font size. */
const WIDTHS: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[iljI.,:;'|!]/, 0.34],
  [/[ frt()[\]{}/\\"`*-]/, 0.44],
  [/[mwMW@%—…]/, 1.02],
  [/[A-Z&]/, 0.76],
  [/[a-z0-9_#?=+<>~^$]/, 0.67],
  [/[\u0080-\u024F\u0370-\u052F]/, 0.8],
];
/** Everything else: Chinese, Japanese, Korean, pictures. */
const WIDEST = 1.25;

export interface Face {
  readonly size: number;
  /** Bold type is wider. */
  readonly isBold?: boolean;
}

export function textWidth(text: string, { size, isBold = false }: Face): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width * size * (isBold ? 1.08 : 1);
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function fitted(text: string, most: number, face: Face): string {
  if (textWidth(text, face) <= most) return text;
  let kept = '';
  let left = most - textWidth('…', face);
  for (const sign of text) {
    left -= textWidth(sign, face);
    if (left < 0) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

function signWidth(sign: string): number {
  return WIDTHS.find(([pattern]) => pattern.test(sign))?.[1] ?? WIDEST;
}
