/**
 * Reads the templates of a folder: listed by the platform, read in portions, described by the engine, because parsing a
 * thousand files would hold up the window, and main as well. What has not changed since the last time is not read again.
 */
import { MOST_FILES_AT_ONCE } from '../../src-shared/desktop/bridge.ts';
import type { TemplateSummary } from '../../src-engine/api/contract/template-schemas.ts';
import type { FileText, FolderFile, FolderListing } from '../platform/platform.ts';
import type { WorkspaceTemplate } from '../store/workspace.ts';

export interface FolderReader {
  listFolder(id: string): Promise<FolderListing>;
  readFolderFiles(ids: readonly string[]): Promise<readonly FileText[]>;
  describe(files: readonly { readonly file: string; readonly text: string }[]): Promise<Summaries>;
}

export interface FolderReading {
  readonly templates: readonly WorkspaceTemplate[];
  readonly notes: readonly string[];
}

/** Characters that are described with one question; most folders have less, and so all rules across files see all files. */
const PORTION = 300_000;

/** In the order of the files; null for what is no template. */
type Summaries = readonly (TemplateSummary | null)[];

interface KnownFile {
  readonly version: string;
  /** Absent for a file that was read and is no template: its text is not kept. */
  readonly text?: string;
  readonly problem?: string;
}

/** Remembers what it has read, so it serves one folder; `read` rejects when the folder cannot be listed. */
export class FolderMemory {
  readonly #reader: FolderReader;
  readonly #known = new Map<string, KnownFile>();
  /** By the files and versions of a portion. */
  #described = new Map<string, Summaries>();

  constructor(reader: FolderReader) {
    this.#reader = reader;
  }

  async read(folder: string): Promise<FolderReading> {
    const listing = await this.#reader.listFolder(folder);
    if (listing.kind === 'unusable') throw new Error(`${listing.message} ${listing.hint}`);
    await this.#readChanged(listing.files);
    const summaries = await this.#describe(listing.files);
    const templates = listing.files.flatMap((file): readonly WorkspaceTemplate[] => {
      const { id, shownPath } = file;
      const problem = this.#known.get(id)?.problem;
      if (problem !== undefined) return [{ id, shownPath, summary: null, problem }];
      const summary = summaries.get(id) ?? null;
      return summary === null ? [] : [{ id, shownPath, summary }];
    });
    return { templates, notes: listing.notes };
  }

  async #readChanged(files: readonly FolderFile[]): Promise<void> {
    const there = new Set(files.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!there.has(id)) this.#known.delete(id);
    const changed = files.filter(({ id, version }) => this.#known.get(id)?.version !== version);
    for (let from = 0; from < changed.length; from += MOST_FILES_AT_ONCE) {
      const portion = changed.slice(from, from + MOST_FILES_AT_ONCE);
      const texts = await this.#reader.readFolderFiles(portion.map(({ id }) => id));
      for (const [index, { id, version }] of portion.entries()) {
        const found = texts[index];
        if (found?.kind === 'text') this.#known.set(id, { version, text: found.text });
        else this.#known.set(id, { version, problem: found === undefined ? 'Not read.' : found.message });
      }
    }
  }

  async #describe(files: readonly FolderFile[]): Promise<ReadonlyMap<string, TemplateSummary | null>> {
    const summaries = new Map<string, TemplateSummary | null>();
    const described = new Map<string, Summaries>();
    for (const portion of this.#portions(files)) {
      const key = portion.map(({ id, version }) => `${id} ${version}`).join('\n');
      const answer = this.#described.get(key) ?? (await this.#reader.describe(portion.map(asQuestion)));
      described.set(key, answer);
      for (const [index, { id, version }] of portion.entries()) {
        const summary = answer[index] ?? null;
        summaries.set(id, summary);
        // A text that is no template is of no use to any later question.
        if (summary === null) this.#known.set(id, { version });
      }
    }
    this.#described = described;
    return summaries;
  }

  #portions(files: readonly FolderFile[]): readonly (readonly Portioned[])[] {
    const portions: Portioned[][] = [[]];
    let size = 0;
    for (const { id, shownPath } of files) {
      const known = this.#known.get(id);
      if (known?.text === undefined) continue;
      if (size > 0 && size + known.text.length > PORTION) {
        portions.push([]);
        size = 0;
      }
      size += known.text.length;
      portions.at(-1)?.push({ id, version: known.version, file: shownPath, text: known.text });
    }
    return portions.filter((portion) => portion.length > 0);
  }
}

interface Portioned {
  readonly id: string;
  readonly version: string;
  readonly file: string;
  readonly text: string;
}

function asQuestion({ file, text }: Portioned): { readonly file: string; readonly text: string } {
  return { file, text };
}
