/** Colours of a picture; the names and values are those of the workbench's own theme. */
import type { PictureTheme } from '../export-types.ts';

export interface PictureColours {
  /** Behind everything. */
  readonly surface: string;
  readonly card: string;
  readonly line: string;
  readonly edge: string;
  readonly text: string;
  readonly soft: string;
  readonly accent: string;
}

export const PICTURE_COLOURS: Readonly<Record<PictureTheme, PictureColours>> = {
  light: {
    surface: '#f1f3f7',
    card: '#ffffff',
    line: '#b5bdcc',
    edge: '#5b6478',
    text: '#1b2130',
    soft: '#4d566b',
    accent: '#3b5bdb',
  },
  dark: {
    surface: '#0f131b',
    card: '#171c27',
    line: '#47536d',
    edge: '#9aa5bb',
    text: '#e7ebf3',
    soft: '#b2bbcd',
    accent: '#91a7ff',
  },
  print: {
    surface: '#ffffff',
    card: '#ffffff',
    line: '#000000',
    edge: '#000000',
    text: '#000000',
    soft: '#000000',
    accent: '#000000',
  },
};

export const FONT = "Inter, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif";
