/**
 * Where cards were put by hand, kept beside the template: `order.layout.json` for `order.yaml`. What it says is the page's
 * business. Nothing but a regular file of that name is read, written or removed: a link there might lead anywhere.
 */
import type { Stats } from 'node:fs';
import { lstat, readFile, rm } from 'node:fs/promises';
import { atomicWrite } from './atomic-write.ts';
import type { Unusable } from './unusable.ts';
import { isMissing, unusable, whyNotRead, whyNotWritten } from './unusable.ts';

/** Ten thousand places take half of it. */
export const LARGEST_LAYOUT_BYTES = 1_000_000;

/** `text` is null when there is none. */
export type LayoutText = { readonly kind: 'layout'; readonly text: string | null } | Unusable;
export type LayoutSaved = { readonly kind: 'saved' } | Unusable;

export function layoutPath(templatePath: string): string {
  return `${templatePath.replace(/\.ya?ml$/i, '')}.layout.json`;
}

export async function readLayoutFile(templatePath: string): Promise<LayoutText> {
  const path = layoutPath(templatePath);
  try {
    const found = await entryAt(path);
    if (found === undefined) return { kind: 'layout', text: null };
    if (!found.isFile()) return NO_FILE;
    if (found.size > LARGEST_LAYOUT_BYTES) return TOO_LARGE;
    return { kind: 'layout', text: await readFile(path, 'utf8') };
  } catch (error) {
    return whyNotRead(error);
  }
}

/** @param text Null removes it. */
export async function saveLayoutFile(templatePath: string, text: string | null): Promise<LayoutSaved> {
  const path = layoutPath(templatePath);
  if (text !== null && Buffer.byteLength(text) > LARGEST_LAYOUT_BYTES) return TOO_LARGE;
  try {
    const found = await entryAt(path);
    if (found !== undefined && !found.isFile()) return NO_FILE;
    if (text !== null) await atomicWrite(path, text);
    else if (found !== undefined) await rm(path, { force: true });
    return { kind: 'saved' };
  } catch (error) {
    return whyNotWritten(error);
  }
}

const NO_FILE = unusable(
  'What lies there is no regular file.',
  'Move it away: the layout is kept under its name.',
);
const TOO_LARGE = unusable('A layout of more than 1 MB is not kept.', 'Is it the right file?');

/** A link itself, not what it leads to. */
async function entryAt(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
