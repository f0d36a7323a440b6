/**
 * The open document in another form, saved where the person says or put on the clipboard. The exporter is loaded when it is
 * first wanted. What a form cannot say is told before anything is saved.
 */
import type {
  Exported,
  ExportedFile,
  ExportFormat,
  ExportNote,
  ExportOptions,
  ExportResult,
} from '../../src-engine/export/export-types.ts';
import { download } from '../ui/data/download.ts';
import { copyText } from '../ui/data/copy-text.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { usePreferences } from '../store/preferences.ts';
import { ask } from '../store/questions.ts';
import { pictureBytes } from './picture-bytes.ts';

export type WindowFormat = Exclude<ExportFormat, 'yaml-environment'> | 'png';

const MOST_NOTES = 8;

/** Ends without a word when the person changes his mind. */
export async function exportAs(format: WindowFormat): Promise<void> {
  const result = await exported(format);
  if (result === null || !(await mayLose(result.notes))) return;
  const file = await oneFile(result, format);
  download(file.name, 'text' in file ? file.text : file.bytes, file.mediaType);
}

/** Of the forms that are one text. */
export async function copyAs(format: 'mermaid' | 'svg', what: string): Promise<void> {
  const [file] = (await exported(format))?.files ?? [];
  if (file !== undefined && 'text' in file) await copyText(file.text, what);
}

/** Null when it was refused; then the person was told why. */
async function exported(format: WindowFormat): Promise<Exported | null> {
  const { text, name, environment } = useDocument.getState();
  const { exportTemplate } = await import('../../src-engine/export/export-template.ts');
  const options: ExportOptions = {
    fileName: name,
    direction: usePreferences.getState().direction,
    theme: document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
    ...(environment === null ? {} : { environment }),
  };
  const result = exportTemplate(text, engineFormat(format, environment), options);
  return result.kind === 'exported' ? result : tellRefusal(result);
}

/** The chosen environment is merged in. */
function engineFormat(format: WindowFormat, environment: string | null): ExportFormat {
  if (format === 'png') return 'svg';
  return format === 'yaml' && environment !== null ? 'yaml-environment' : format;
}

function tellRefusal({ message, hint, problems }: Extract<ExportResult, { kind: 'refused' }>): null {
  const [first] = problems;
  const where = first === undefined ? '' : ` Line ${first.line}: ${first.message}`;
  notify({ kind: 'error', title: message, detail: `${hint}${where}` });
  return null;
}

/** Several files come as one archive: a page saves one at a time. */
async function oneFile({ files }: Exported, format: WindowFormat): Promise<ExportedFile> {
  const [first] = files;
  if (first === undefined) throw new Error('There is nothing to export.');
  if (format === 'png' && 'text' in first) {
    const bytes = await pictureBytes(first.text);
    return { name: first.name.replace(/\.svg$/, '.png'), mediaType: 'image/png', bytes };
  }
  if (files.length === 1) return first;
  const { zipFiles } = await import('../../src-engine/export/zip.ts');
  const base = useDocument.getState().name.replace(/\.ya?ml$/i, '');
  return { name: `${base}.${format}.zip`, mediaType: 'application/zip', bytes: zipFiles(files) };
}

/** Asks only where something will behave otherwise. */
async function mayLose(notes: readonly ExportNote[]): Promise<boolean> {
  const losses = notes.filter(({ severity }) => severity === 'warning');
  if (losses.length === 0) return true;
  const lines = losses
    .slice(0, MOST_NOTES)
    .map(({ message, path }) => `• ${path === undefined ? '' : `${path}: `}${message}`);
  const more = losses.length > MOST_NOTES ? [`and ${losses.length - MOST_NOTES} more`] : [];
  const answer = await ask('Not all of it can be exported', [...lines, ...more].join('\n'), [
    { id: 'cancel', title: 'Cancel' },
    { id: 'export', title: 'Export', look: 'primary' },
  ]);
  return answer === 'export';
}
