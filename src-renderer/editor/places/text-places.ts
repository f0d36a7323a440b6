/**
 * From offsets in a text to lines and columns in the editor's model of it. The model keeps one kind of line ending and
 * no byte order mark, so its offsets may differ from those of the text; lines and columns do not. Pure.
 */
import type { TextRange } from '../../../src-engine/api/contract/template-schemas.ts';
import { LineIndex } from '../../../src-engine/template/line-index.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** 1-based, in UTF-16 units, as Monaco counts. */
export interface Place {
  readonly lineNumber: number;
  readonly column: number;
}

export interface PlaceRange {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

export class TextPlaces {
  readonly #lines: LineIndex;
  readonly #hasMark: boolean;

  constructor(text: string) {
    this.#lines = new LineIndex(text);
    this.#hasMark = text.startsWith(BYTE_ORDER_MARK);
  }

  placeAt(offset: number): Place {
    const { line, column } = this.#lines.position(offset);
    return { lineNumber: line, column: line === 1 && this.#hasMark ? Math.max(column - 1, 1) : column };
  }

  rangeOf({ offset, length }: TextRange): PlaceRange {
    const start = this.placeAt(offset);
    const end = this.placeAt(offset + length);
    return {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
  }
}

export function isWithin({ lineNumber, column }: Place, range: PlaceRange): boolean {
  if (lineNumber < range.startLineNumber || lineNumber > range.endLineNumber) return false;
  if (lineNumber === range.startLineNumber && column < range.startColumn) return false;
  return lineNumber !== range.endLineNumber || column <= range.endColumn;
}
