/** Reads a text file, or says in words why that is not possible. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { contentVersion } from './content-version.ts';
import type { Unusable } from './unusable.ts';
import { unusable, whyNotRead } from './unusable.ts';

/** `version` changes whenever the content does. */
export type TextFile = { readonly kind: 'text'; readonly text: string; readonly version: string } | Unusable;

/** Above anything a person writes; the parsers refuse earlier, but they want the text in memory. */
const LARGEST_BYTES = 8_000_000;

/** @param cwd What a relative path is meant from; default: the folder of the process. */
export async function readText(file: string, cwd = process.cwd()): Promise<TextFile> {
  try {
    const bytes = await readBytes(resolve(cwd, file));
    return bytes instanceof Uint8Array ? decode(bytes) : bytes;
  } catch (error) {
    return whyNotRead(error);
  }
}

/** The bytes of a regular file of a sensible size; throws what the file system throws. */
export async function readBytes(path: string): Promise<Uint8Array | Unusable> {
  const found = await stat(path);
  if (found.isDirectory()) return unusable('This is a folder.', 'Name the files in it, e.g. with *.yaml.');
  if (!found.isFile()) return unusable('This is not a regular file.', 'Name a YAML file.');
  if (found.size <= LARGEST_BYTES) return readFile(path);
  const megabytes = Math.round(found.size / 1_000_000);
  return unusable(`The file has ${megabytes} MB; 8 MB are the most that is read.`, 'Is it the right file?');
}

function decode(bytes: Uint8Array): TextFile {
  if (bytes.includes(0)) return unusable('This is a binary file.', 'Name a YAML file.');
  try {
    // A byte order mark is kept: the template check reports it.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, version: contentVersion(bytes) };
  } catch {
    return unusable('The file is not UTF-8 text.', 'Save it as UTF-8.');
  }
}
