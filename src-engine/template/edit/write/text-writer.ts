/** Collects the changes of one edit; all refer to the text as it was. */
import type { TextChange } from '../text-change.ts';

/** `depth`: what is written at one place stands in the order of its indentation, the innermost first. */
interface Writing extends TextChange {
  readonly depth: number;
}

export class TextWriter {
  readonly text: string;
  /** The line ending of the file. */
  readonly eol: string;
  readonly #writings: Writing[] = [];
  readonly #removals: [from: number, to: number][] = [];
  readonly #fixed = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  }

  replace(from: number, to: number, text: string): void {
    this.#write(from, to, text, Number.POSITIVE_INFINITY);
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** `isFixed`: the line break before it means something. */
  remove(from: number, to: number, isFixed = false): void {
    if (to <= from) return;
    this.#removals.push([from, to]);
    if (isFixed) this.#fixed.add(from);
  }

  /** At the beginning of a line, or at the end of a text whose last line has no line break, which it keeps not having. */
  insertLines(at: number, lines: readonly string[]): void {
    if (lines.length === 0) return;
    const block = lines.join(this.eol);
    const isOpen = at === this.text.length && at > 0 && !this.text.endsWith('\n');
    this.#write(at, at, isOpen ? this.eol + block : block + this.eol, depthOf(lines));
  }

  #write(from: number, to: number, text: string, depth: number): void {
    if (this.text.slice(from, to) !== text)
      this.#writings.push({ offset: from, length: to - from, text, depth });
  }

  /** Removals may touch and overlap each other, but nothing may be written inside of one. */
  finish(): readonly TextChange[] {
    this.#writings.sort((a, b) => a.offset - b.offset || a.length - b.length || compare(b.depth, a.depth));
    const removals = this.#merged().map(([from, to]) => this.#removal(from, to));
    const writings = this.#writings.map(({ offset, length, text }) => ({ offset, length, text }));
    const changes = [...writings, ...removals];
    return changes.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
  }

  #merged(): readonly (readonly [number, number])[] {
    const merged: [number, number][] = [];
    for (const [from, to] of this.#removals.toSorted((a, b) => a[0] - b[0])) {
      const last = merged.at(-1);
      if (last === undefined || from > last[1]) merged.push([from, to]);
      else last[1] = Math.max(last[1], to);
    }
    return merged;
  }

  /** Where the last lines go from a text without a line break at its end, the line break before them goes too. */
  #removal(from: number, to: number): TextChange {
    const { text } = this;
    const isWholeLines = from > 0 && text[from - 1] === '\n' && !this.#fixed.has(from);
    if (to < text.length || !isWholeLines || text.endsWith('\n'))
      return { offset: from, length: to - from, text: '' };
    const written = this.#writings.findLastIndex(
      (writing) => writing.offset + writing.length === from && writing.text.endsWith('\n'),
    );
    const writing = this.#writings[written];
    if (writing !== undefined) {
      this.#writings[written] = { ...writing, text: writing.text.replace(/\r?\n$/, '') };
      return { offset: from, length: to - from, text: '' };
    }
    const start = text[from - 2] === '\r' ? from - 2 : from - 1;
    return { offset: start, length: to - start, text: '' };
  }
}

/** An item is deeper than a key in the same column: it belongs to a list under such a key. */
function depthOf(lines: readonly string[]): number {
  const first = lines.find((line) => line !== '') ?? '';
  const column = first.search(/[^ ]/);
  return column * 2 + (/^ *-(?: |$)/.test(first) ? 1 : 0);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
