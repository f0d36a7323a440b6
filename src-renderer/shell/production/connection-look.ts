/** The colours of connections: a name each, for the dot beside the name and the frame around the window. */
import type { SavedConnection } from '../../platform/connections.ts';

export const CONNECTION_COLOURS = {
  red: { title: 'Red', variable: '--severity-error' },
  amber: { title: 'Amber', variable: '--severity-warning' },
  green: { title: 'Green', variable: '--severity-success' },
  blue: { title: 'Blue', variable: '--severity-info' },
  violet: { title: 'Violet', variable: '--state-resolved' },
  grey: { title: 'Grey', variable: '--state-pending' },
} as const;

export type ColourName = keyof typeof CONNECTION_COLOURS;

export function isColourName(name: string): name is ColourName {
  return Object.hasOwn(CONNECTION_COLOURS, name);
}

/** What production is marked with is red unless a person wants it otherwise. */
export function colourOf({ colour, isProduction }: Pick<SavedConnection, 'colour' | 'isProduction'>): string {
  const name = colour !== null && isColourName(colour) ? colour : isProduction ? 'red' : 'blue';
  return `var(${CONNECTION_COLOURS[name].variable})`;
}
