/** Reads a regular expression as far as a sample needs it. Look-arounds and back references are not understood. */
export type PatternNode =
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number }
  /** One character out of a set, in the syntax of expressions: `a`, `.`, `\d`, `[a-z]`. */
  | { readonly kind: 'character'; readonly source: string };

/** Undefined for what is not understood. */
export function parsePattern(pattern: string): PatternNode | undefined {
  return new PatternParser(pattern).parse();
}

const ANCHOR = /^(?:\^|\$|\\[AzZbB])/;
const GROUP_START = /^\((?:\?:|\?<\w+>)?/;
const CHARACTER =
  /^(?:\[\^?\]?(?:\\[\s\S]|\[:\w+:\]|[^\]\\])*\]|\\[pP]\{\w+\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[^1-9kAzZbB]|[^()[\]|*+?{\\])/;
const COUNT = /^(?:\{(\d+)(,(\d*))?\}|([*+?]))\??/;
const DEEPEST = 20;

class PatternParser {
  #rest: string;
  #depth = 0;

  constructor(pattern: string) {
    this.#rest = pattern;
  }

  parse(): PatternNode | undefined {
    const node = this.#choice();
    return this.#rest === '' ? node : undefined;
  }

  #choice(): PatternNode | undefined {
    const options: PatternNode[] = [];
    do {
      const option = this.#sequence();
      if (option === undefined) return undefined;
      options.push(option);
    } while (this.#take(/^\|/) !== undefined);
    return { kind: 'choice', options };
  }

  #sequence(): PatternNode | undefined {
    const parts: PatternNode[] = [];
    while (this.#rest !== '' && !/^[|)]/.test(this.#rest)) {
      if (this.#take(ANCHOR) !== undefined) continue;
      const part = this.#repeated();
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return { kind: 'sequence', parts };
  }

  #repeated(): PatternNode | undefined {
    const part = this.#rest.startsWith('(') ? this.#group() : this.#character();
    const count = part === undefined ? undefined : this.#take(COUNT);
    if (part === undefined || count === undefined) return part;
    const [, exact, comma, upper, sign] = count;
    if (sign !== undefined) {
      return {
        kind: 'repeat',
        part,
        least: sign === '+' ? 1 : 0,
        most: sign === '?' ? 1 : Number.POSITIVE_INFINITY,
      };
    }
    const least = Number(exact);
    if (comma === undefined) return { kind: 'repeat', part, least, most: least };
    return {
      kind: 'repeat',
      part,
      least,
      most: (upper ?? '') === '' ? Number.POSITIVE_INFINITY : Number(upper),
    };
  }

  #group(): PatternNode | undefined {
    this.#depth += 1;
    if (this.#depth > DEEPEST || /^\(\?[=!<][=!]?/.test(this.#rest.replace(/^\(\?<\w/, ''))) return undefined;
    this.#take(GROUP_START);
    const inside = this.#choice();
    this.#depth -= 1;
    return this.#take(/^\)/) === undefined ? undefined : inside;
  }

  #character(): PatternNode | undefined {
    const found = this.#take(CHARACTER);
    return found === undefined ? undefined : { kind: 'character', source: found[0] };
  }

  #take(expression: RegExp): RegExpExecArray | undefined {
    const found = expression.exec(this.#rest);
    if (found === null) return undefined;
    this.#rest = this.#rest.slice(found[0].length);
    return found;
  }
}
