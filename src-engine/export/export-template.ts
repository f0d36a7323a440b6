/**
 * A template in another form: as files to save, with notes on what they do not say or say otherwise. Pure: it runs in the
 * page as well as on the command line. Expected trouble is an answer, never an exception.
 */
import { assertNever } from '../assert-never.ts';
import { exportCore } from './core/export-core.ts';
import type { Exported, ExportFormat, ExportOptions, ExportRefused, ExportResult } from './export-types.ts';
import { exportJson } from './export-json.ts';
import { baseName } from './file-names.ts';
import { exportMermaid } from './picture/mermaid.ts';
import { exportSvg } from './picture/svg.ts';
import { exportRuby } from './ruby/export-ruby.ts';
import type { Subject } from './subject.ts';
import { readSubject } from './subject.ts';
import { YAML_TYPE, exportMergedYaml } from './yaml/export-yaml.ts';
import { zipFiles } from './zip.ts';

type SingleFormat = Exclude<ExportFormat, 'yaml' | 'zip'>;

export function exportTemplate(text: string, format: ExportFormat, options: ExportOptions): ExportResult {
  // A text is itself whether or not it is a template.
  if (format === 'yaml') return asItIs(text, options);
  if (format === 'yaml-environment' && options.environment === undefined) return WHICH_ENVIRONMENT;
  const reading = readSubject(text, options);
  if (reading.kind === 'refused') return reading;
  return format === 'zip' ? everything(reading.subject) : one(reading.subject, format);
}

const WHICH_ENVIRONMENT: ExportRefused = {
  kind: 'refused',
  message: 'No environment is chosen.',
  hint: 'Choose the environment that is to be merged in, or export the text as it is.',
  problems: [],
};

function asItIs(text: string, options: ExportOptions): Exported {
  const file = { name: `${baseName(options)}.yaml`, mediaType: YAML_TYPE, text };
  return { kind: 'exported', files: [file], notes: [] };
}

function one(subject: Subject, format: SingleFormat): Exported {
  switch (format) {
    case 'yaml-environment':
      return exportMergedYaml(subject);
    case 'json':
      return exportJson(subject);
    case 'mermaid':
      return exportMermaid(subject);
    case 'svg':
      return exportSvg(subject);
    case 'ruby':
      return exportRuby(subject);
    case 'tasker-core':
      return exportCore(subject);
    default:
      return assertNever(format);
  }
}

/** Each form in its place, and what was noted about it in a text file beside. */
function everything(subject: Subject): Exported {
  const { text, options, base } = subject;
  const formats: readonly SingleFormat[] = ['json', 'mermaid', 'svg', 'ruby', 'tasker-core'];
  const parts = formats.map((format) => {
    const folder = format === 'ruby' || format === 'tasker-core' ? `${format}/` : '';
    const { files, notes } = one(subject, format);
    return { files: files.map((file) => ({ ...file, name: `${folder}${file.name}` })), notes };
  });
  const merged = options.environment === undefined ? [] : exportMergedYaml(subject).files;
  const notes = parts.flatMap((part) => part.notes);
  const said = notes.map(
    ({ severity, message, path }) => `${severity}${path ? ` ${path}` : ''}: ${message}\n`,
  );
  const files = [
    ...asItIs(text, options).files,
    ...merged,
    ...parts.flatMap((part) => part.files),
    ...(said.length === 0 ? [] : [{ name: 'NOTES.txt', mediaType: 'text/plain', text: said.join('') }]),
  ];
  const bytes = zipFiles(files);
  return { kind: 'exported', files: [{ name: `${base}.zip`, mediaType: 'application/zip', bytes }], notes };
}
