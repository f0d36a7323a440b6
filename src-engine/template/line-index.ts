/** Turns UTF-16 offsets of one text into lines and columns. Built once per text; a look-up is a binary search. */
export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const inside = Math.min(Math.max(offset, 0), this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#start(middle) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - this.#start(low) + 1 };
  }

  /** The text of a line without its line break; empty for a line that does not exist. */
  line(line: number): string {
    if (line < 1 || line > this.lineCount) return '';
    const end = line < this.lineCount ? this.#start(line) : this.#text.length;
    return this.#text.slice(this.#start(line - 1), end).replace(/\r?\n$|\r$/, '');
  }

  #start(index: number): number {
    return this.#starts[index] ?? 0;
  }
}

/** Line breaks are LF, CRLF and a lone CR, as in YAML. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
