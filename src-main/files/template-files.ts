/**
 * Template files as every host of the engine uses them: read with their version, written only over what was read.
 * Paths are taken as they are: whoever must not be given any file asks `GrantedFiles`.
 */
import { atomicWrite } from './atomic-write.ts';
import { contentVersion } from './content-version.ts';
import type { TextFile } from './read-text.ts';
import { readBytes, readText } from './read-text.ts';
import type { Unusable } from './unusable.ts';
import { isMissing, whyNotRead, whyNotWritten } from './unusable.ts';

/** `version` is null when there is no file. */
export type FileVersion = { readonly kind: 'version'; readonly version: string | null } | Unusable;

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: string }
  /** The file is not what it was; text and version are what it is now, null when it is gone. */
  | { readonly kind: 'changed'; readonly text: string | null; readonly version: string | null }
  | Unusable;

export async function readTemplateFile(path: string): Promise<TextFile> {
  return readText(path);
}

export async function versionOf(path: string): Promise<FileVersion> {
  try {
    const bytes = await readBytes(path);
    return bytes instanceof Uint8Array ? { kind: 'version', version: contentVersion(bytes) } : bytes;
  } catch (error) {
    return isMissing(error) ? { kind: 'version', version: null } : whyNotRead(error);
  }
}

/** @param expected The version the text was made from; null overwrites whatever is there. */
export async function saveTemplateFile(
  path: string,
  text: string,
  expected: string | null,
): Promise<SaveAnswer> {
  if (expected !== null) {
    const found = await versionOf(path);
    if (found.kind === 'unusable') return found;
    if (found.version === null) return { kind: 'changed', text: null, version: null };
    if (found.version !== expected) return changed(path);
  }
  try {
    await atomicWrite(path, text);
    return { kind: 'saved', version: contentVersion(text) };
  } catch (error) {
    return whyNotWritten(error);
  }
}

async function changed(path: string): Promise<SaveAnswer> {
  const now = await readText(path);
  return now.kind === 'text' ? { kind: 'changed', text: now.text, version: now.version } : now;
}
