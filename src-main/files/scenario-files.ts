/**
 * Writes and removes the scenario files beside a template: `order.bad-day.scenario.yaml` for `order.yaml`. Asked by a page, so a name
 * is nothing but a name, and nothing but a regular file is touched: a link there might lead anywhere. What another program wrote
 * since the page read it stays.
 */
import type { Stats } from 'node:fs';
import { lstat, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { atomicWrite } from './atomic-write.ts';
import { readText } from './read-text.ts';
import { scenariosOf } from './scenarios-beside.ts';
import type { Unusable } from './unusable.ts';
import { isMissing, unusable, whyNotWritten } from './unusable.ts';

export const LARGEST_SCENARIO_BYTES = 2_000_000;

export interface ScenarioChange {
  readonly file: string;
  /** Null removes it. */
  readonly text: string | null;
  /** What the page read, or wrote last; null for a file that was not there. */
  readonly before: string | null;
}

/** `changed`: another program wrote or removed it; `text` is what is there now. */
export type ScenarioSaved =
  { readonly kind: 'saved' } | { readonly kind: 'changed'; readonly text: string | null } | Unusable;

export async function saveScenarioFile(
  templatePath: string,
  { file, text, before }: ScenarioChange,
): Promise<ScenarioSaved> {
  const template = basename(templatePath);
  if (basename(file) !== file || scenariosOf(template, [file]).length === 0) {
    const base = template.replace(/\.ya?ml$/i, '');
    return unusable(
      `${file} is no name of a scenario of ${template}.`,
      `Name it ${base}.<words>.scenario.yaml.`,
    );
  }
  if (text !== null && Buffer.byteLength(text) > LARGEST_SCENARIO_BYTES) {
    return unusable('A scenario of more than 2 MB is not kept.', 'Take something out of it.');
  }
  const path = join(dirname(templatePath), file);
  try {
    const found = await entryAt(path);
    if (found !== undefined && !found.isFile()) {
      return unusable('What lies there is no regular file.', 'Give the scenario another name.');
    }
    // What a page could not have been shown, it cannot have decided to write over.
    const read = found === undefined ? null : await readText(path);
    if (read?.kind === 'unusable') return read;
    const now = read?.text ?? null;
    if (now !== before && now !== text) return { kind: 'changed', text: now };
    if (text !== null) await atomicWrite(path, text);
    else if (found !== undefined) await rm(path, { force: true });
    return { kind: 'saved' };
  } catch (error) {
    return whyNotWritten(error);
  }
}

/** A link itself, not what it leads to. */
async function entryAt(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
