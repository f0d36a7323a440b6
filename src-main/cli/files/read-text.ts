/** Reads a text file, or says in words why that is not possible. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly message: string; readonly hint: string };

/** Above anything a person writes; the parsers refuse earlier, but they want the text in memory. */
const LARGEST_BYTES = 8_000_000;

export async function readText(file: string, cwd: string): Promise<TextFile> {
  try {
    const path = resolve(cwd, file);
    const { size, ...about } = await statOf(path);
    if (about.isFolder) return unreadable('This is a folder.', 'Name the files in it, e.g. with *.yaml.');
    if (!about.isFile) return unreadable('This is not a regular file.', 'Name a YAML file.');
    if (size > LARGEST_BYTES) {
      const megabytes = Math.round(size / 1_000_000);
      return unreadable(
        `The file has ${megabytes} MB; 8 MB are the most that is read.`,
        'Is it the right file?',
      );
    }
    return decode(await readFile(path));
  } catch (error) {
    return unreadable(...wordsFor(error));
  }
}

async function statOf(path: string): Promise<{ size: number; isFile: boolean; isFolder: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile(), isFolder: found.isDirectory() };
}

function decode(bytes: Uint8Array): TextFile {
  if (bytes.includes(0)) return unreadable('This is a binary file.', 'Name a YAML file.');
  try {
    // A byte order mark is kept: the template check reports it.
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return unreadable('The file is not UTF-8 text.', 'Save it as UTF-8.');
  }
}

function wordsFor(error: unknown): readonly [string, string] {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return ['There is no such file.', 'Check the path.'];
    case 'ENOTDIR':
      return ['A part of the path is not a folder.', 'Check the path.'];
    case 'EACCES':
    case 'EPERM':
      return ['The file may not be read.', 'Check its permissions.'];
    default:
      return [
        `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
        'Check the path.',
      ];
  }
}

function unreadable(message: string, hint: string): TextFile {
  return { kind: 'unreadable', message, hint };
}
