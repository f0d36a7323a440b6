/** `export`: a template in another form, to the terminal or into files; what it cannot say is told beside. */
import { basename } from 'node:path';
import type {
  Exported,
  ExportedFile,
  ExportFormat,
  ExportNote,
  ExportResult,
  PictureTheme,
} from '../../../src-engine/export/export-types.ts';
import type { Direction } from '../../../src-engine/graph/layout/layout-types.ts';
import { readText } from '../../files/read-text.ts';
import { loadExport } from '../engine.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import { rasterize } from '../files/rasterize.ts';
import { writeExported } from '../files/write-exported.ts';
import type { Io } from '../io.ts';
import { coloursFor, writeLines } from '../io.ts';
import { renderProblems } from '../render/problems.ts';
import { printable } from '../render/text.ts';

export const CLI_FORMATS = ['yaml', 'json', 'mermaid', 'svg', 'png', 'ruby', 'tasker-core', 'zip'] as const;

export interface ExportCommandOptions {
  readonly format: (typeof CLI_FORMATS)[number];
  readonly environment?: string;
  readonly direction: Direction;
  readonly theme: PictureTheme;
  /** Of a PNG: pixels for one unit. */
  readonly scale: number;
  readonly output?: string;
  readonly force?: boolean;
  readonly color: boolean;
}

export async function exportCommand(file: string, options: ExportCommandOptions, io: Io): Promise<ExitCode> {
  if (options.output === undefined && NEEDS_OUTPUT[options.format] !== undefined) {
    return fail(io, `${NEEDS_OUTPUT[options.format]} Say where to with --output.`, EXIT.usage);
  }
  const read = await readText(file, io.cwd);
  if (read.kind === 'unusable') return fail(io, `${file}: ${read.message} ${read.hint}`);
  const result = await exportText(read.text, file, options);
  if (result.kind === 'refused') return refuse(file, read.text, result, options, io);
  const files = options.format === 'png' ? await asPng(result, options.scale) : result.files;
  if ('message' in files) return fail(io, `${files.message} ${files.hint}`);
  tellNotes(result.notes, options, io);
  return options.output === undefined ? print(files, io) : write(files, options.output, options, io);
}

const NEEDS_OUTPUT: Partial<Record<ExportCommandOptions['format'], string>> = {
  png: 'A picture in PNG is no text.',
  zip: 'An archive is no text.',
  ruby: 'Ruby skeletons are several files.',
};

async function exportText(
  text: string,
  file: string,
  { format, environment, direction, theme }: ExportCommandOptions,
): Promise<ExportResult> {
  const { exportTemplate } = await loadExport();
  const fileName = basename(file);
  const picked = environment === undefined ? {} : { environment };
  return exportTemplate(text, engineFormat(format, environment), { fileName, direction, theme, ...picked });
}

function engineFormat(format: ExportCommandOptions['format'], environment: string | undefined): ExportFormat {
  if (format === 'png') return 'svg';
  return format === 'yaml' && environment !== undefined ? 'yaml-environment' : format;
}

async function asPng({ files: [file] }: Exported, scale: number) {
  if (file === undefined || !('text' in file)) throw new Error('a picture is one file of text');
  const drawn = await rasterize(file.text, scale);
  if (drawn.kind === 'unusable') return drawn;
  return [{ name: file.name.replace(/\.svg$/, '.png'), mediaType: 'image/png', bytes: drawn.bytes }];
}

function print(files: readonly ExportedFile[], io: Io): ExitCode {
  for (const file of files) if ('text' in file) io.stdout.write(file.text);
  return EXIT.ok;
}

async function write(
  files: readonly ExportedFile[],
  output: string,
  { format, force = false }: ExportCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const written = await writeExported(files, {
    path: output,
    asFolder: format === 'ruby',
    cwd: io.cwd,
    force,
  });
  if (written.kind === 'unusable') return fail(io, `${written.message} ${written.hint}`);
  writeLines(
    io.stdout,
    written.paths.map((path) => `Wrote ${path}`),
  );
  return EXIT.ok;
}

function refuse(
  file: string,
  text: string,
  { message, hint, problems }: Extract<ExportResult, { kind: 'refused' }>,
  { color }: ExportCommandOptions,
  io: Io,
): ExitCode {
  if (problems.length > 0)
    writeLines(io.stderr, [
      ...renderProblems([{ file, text, problems }], coloursFor(io.stderr, io, color)),
      '',
    ]);
  return fail(io, `${message} ${hint}`);
}

/** Beside the export, so that they never get into it. */
function tellNotes(notes: readonly ExportNote[], { color }: ExportCommandOptions, io: Io): void {
  const colours = coloursFor(io.stderr, io, color);
  const lines = notes.map(({ severity, message, path }) => {
    const label = severity === 'warning' ? colours.yellow('warning') : colours.blue('info');
    return `${label}${path === undefined ? '' : ` ${printable(path)}`}: ${printable(message)}`;
  });
  writeLines(io.stderr, lines);
}

function fail(io: Io, message: string, code: ExitCode = EXIT.badInput): ExitCode {
  io.stderr.write(`error: ${message}\n`);
  return code;
}
