/** What an export is asked for, and what it answers. */
import type { Direction } from '../graph/layout/layout-types.ts';
import type { Problem, Severity } from '../template/problem.ts';

/** `yaml-environment` is the YAML with one environment merged in; `yaml` is the text as it stands. */
export const EXPORT_FORMATS = [
  'yaml',
  'yaml-environment',
  'json',
  'mermaid',
  'svg',
  'ruby',
  'tasker-core',
  'zip',
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Of a picture; `print` needs no ink for surfaces. */
export type PictureTheme = 'light' | 'dark' | 'print';

export interface ExportOptions {
  /** Of the template; the names of the exported files are made from it. */
  readonly fileName: string;
  /** Default: the base document. Needed for `yaml-environment`. */
  readonly environment?: string;
  /** Of a picture. Default: down. */
  readonly direction?: Direction;
  /** Of a picture. Default: light. */
  readonly theme?: PictureTheme;
}

interface FileBase {
  /** Relative, with forward slashes, without `..`. */
  readonly name: string;
  readonly mediaType: string;
}

export interface TextFile extends FileBase {
  readonly text: string;
}

export interface BinaryFile extends FileBase {
  readonly bytes: Uint8Array;
}

export type ExportedFile = TextFile | BinaryFile;

/** Something that is not in the export as it was in the template. */
export interface ExportNote {
  /** `warning`: it will behave otherwise; `info`: only written otherwise. */
  readonly severity: Extract<Severity, 'warning' | 'info'>;
  readonly message: string;
  /** JSON pointer into the template; absent for the whole. */
  readonly path?: string;
}

export interface Exported {
  readonly kind: 'exported';
  readonly files: readonly ExportedFile[];
  readonly notes: readonly ExportNote[];
}

export interface ExportRefused {
  readonly kind: 'refused';
  readonly message: string;
  readonly hint: string;
  /** Of the template, when it has errors. */
  readonly problems: readonly Problem[];
}

export type ExportResult = Exported | ExportRefused;
