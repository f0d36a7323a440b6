/** Collects what the successor's format cannot hold, or holds otherwise. */
import type { ExportNote } from '../export-types.ts';

export class NoteList {
  readonly #notes: ExportNote[] = [];

  get notes(): readonly ExportNote[] {
    return this.#notes;
  }

  /** It will behave otherwise. */
  readonly warn = (path: string, message: string): void => {
    this.#notes.push({ severity: 'warning', message, path });
  };

  /** It is only written otherwise. */
  readonly tell = (path: string, message: string): void => {
    this.#notes.push({ severity: 'info', message, path });
  };
}
