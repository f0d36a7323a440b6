/** Files in one archive. The same files give the same bytes, whenever and wherever it is made. */
import type { Zippable } from 'fflate';
import { strToU8, zipSync } from 'fflate';
import type { ExportedFile } from './export-types.ts';

/** The earliest time the format knows; local, because that is how it is written. */
const EPOCH = new Date(1980, 0, 1);

export function zipFiles(files: readonly ExportedFile[]): Uint8Array {
  const entries = files.map((file): [string, Uint8Array] => [
    file.name,
    'text' in file ? strToU8(file.text) : file.bytes,
  ]);
  // fflate takes the order of the keys; one that looks like a number would come first, which a name with a dot never does.
  const archive: Zippable = Object.fromEntries(entries);
  return zipSync(archive, { mtime: EPOCH, level: 9 });
}
