/** How a browser asks for a file or a folder, and how it hands a file out. */
import type { LooseFile } from './folders/file-list-source.ts';

const YAML = '.yaml,.yml,application/yaml,text/yaml,text/plain';

interface FilePickers {
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
  readonly showDirectoryPicker?: () => Promise<FileSystemDirectoryHandle>;
}

const TYPES = [{ description: 'YAML', accept: { 'text/yaml': ['.yaml', '.yml'] } }];

/** Not in every browser, and not in TypeScript's library. */
const pickers = (): FilePickers => window as FilePickers;

export type Picked =
  | { readonly kind: 'handle'; readonly handle: FileSystemFileHandle }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'cancelled' };

export async function pickFile(): Promise<Picked> {
  const { showOpenFilePicker } = pickers();
  if (showOpenFilePicker === undefined) {
    const file = await pickThroughInput();
    return file === null ? { kind: 'cancelled' } : { kind: 'file', file };
  }
  return orCancelled<Picked>(async () => {
    const [handle] = await showOpenFilePicker.call(window, { types: TYPES });
    return handle === undefined ? { kind: 'cancelled' } : { kind: 'handle', handle };
  });
}

/** Where to save; `file` never comes back: without the picker the text is handed out as a download. */
export async function pickTarget(suggestedName: string): Promise<Picked | null> {
  const { showSaveFilePicker } = pickers();
  if (showSaveFilePicker === undefined) return null;
  return orCancelled<Picked>(async () => {
    const handle = await showSaveFilePicker.call(window, { suggestedName, types: TYPES });
    return { kind: 'handle', handle };
  });
}

/** A file through the page's own dialog; null when it was cancelled. */
export function pickThroughInput(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = YAML;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export type PickedFolder =
  | { readonly kind: 'handle'; readonly handle: FileSystemDirectoryHandle }
  | { readonly kind: 'files'; readonly name: string; readonly files: readonly LooseFile[] }
  | { readonly kind: 'cancelled' };

export async function pickFolder(): Promise<PickedFolder> {
  const { showDirectoryPicker } = pickers();
  if (showDirectoryPicker === undefined) return pickFolderThroughInput();
  return orCancelled(async () => ({ kind: 'handle', handle: await showDirectoryPicker.call(window) }));
}

function pickFolderThroughInput(): Promise<PickedFolder> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    input.addEventListener('change', () => resolve(folderOf([...(input.files ?? [])])), { once: true });
    input.addEventListener('cancel', () => resolve({ kind: 'cancelled' }), { once: true });
    input.click();
  });
}

/** The browser names each by its way from the folder, whose name comes first. */
function folderOf(files: readonly File[]): PickedFolder {
  const [name = 'Folder'] = files[0]?.webkitRelativePath.split('/') ?? [];
  const loose = files.map((file) => ({ path: file.webkitRelativePath.split('/').slice(1).join('/'), file }));
  return { kind: 'files', name, files: loose };
}

async function orCancelled<P>(work: () => Promise<P>): Promise<P | { readonly kind: 'cancelled' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'cancelled' };
    throw error;
  }
}
