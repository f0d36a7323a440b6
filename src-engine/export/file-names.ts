/** Names of exported files, made from that of the template's. They are safe on every system and inside an archive. */
import type { ExportOptions } from './export-types.ts';

const LONGEST = 100;

/** `order` for `orders/order.yaml`. */
export function baseName({ fileName }: Pick<ExportOptions, 'fileName'>): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  return safeName(last.replace(/\.ya?ml$/i, ''));
}

/** One part of a path: no separators, no control characters, nothing hidden. */
export function safeName(name: string): string {
  const safe = cut(name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_'), LONGEST);
  return safe.replace(/^\.+/, '').replace(/\.+$/, '') || 'template';
}

/** The beginning of a text; a sign that would be cut in half is left out. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
