/** The text of a scenario as a YAML document: its plain value, its syntax errors, and where everything stands. */
import type { Document, Pair, YAMLMap } from 'yaml';
import { Composer, isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import { LineIndex } from '../../template/line-index.ts';
import type { Problem, Severity } from '../../template/problem.ts';
import { ProblemList } from '../../template/problem-list.ts';
import { checkCharacters } from '../../template/yaml/check-characters.ts';
import { reportSyntaxErrors } from '../../template/yaml/syntax-errors.ts';
import { readTokens } from '../../template/yaml/token-reader.ts';

/** Keys and indexes from the root, e.g. `['steps', 'pay', 'attempts', 0]`. */
export type ScenarioPath = readonly PropertyKey[];

/** What of an entry is pointed at: its key or its value. */
export type Part = 'key' | 'value';

export interface ScenarioProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

interface Range {
  readonly offset: number;
  readonly length: number;
}

/** An alias may be used, but not to blow up the document. */
const MOST_ALIASES = 1_000;
const WHOLE = { segment: '', offset: 0, length: 0 } as const;

export class ScenarioSource {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #problems: ProblemList;
  readonly #document: Document.Parsed | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
    this.#problems = new ProblemList(text);
    this.#document = readDocument(text, this.#problems);
  }

  /** The value of the document, or the problems that make it unreadable. An empty file is an empty scenario. */
  read(): { readonly value: unknown; readonly problems: readonly Problem[] } {
    if (!this.#problems.hasErrors) {
      try {
        const value: unknown = this.#document?.toJS({ maxAliasCount: MOST_ALIASES });
        return { value: value ?? {}, problems: [] };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.#problems.report('yaml-syntax', WHOLE, `The YAML cannot be read: ${reason}.`);
      }
    }
    return { value: null, problems: this.#problems.sorted() };
  }

  /** A problem at a path; a path that leads nowhere points at the nearest thing that exists. */
  problemAt(path: ScenarioPath, part: Part, problem: ScenarioProblem): Problem {
    const { offset, length } = this.#range(path, part);
    return { ...problem, path: pointer(path), ...this.#lines.position(offset), offset, length };
  }

  #range(path: ScenarioPath, part: Part): Range {
    let node: unknown = this.#document?.contents;
    let range = rangeOf(node) ?? WHOLE;
    for (const [index, segment] of path.entries()) {
      const here = this.#resolved(node);
      const pair = isMap(here) ? pairOf(here, String(segment)) : undefined;
      const next: unknown = isSeq(here) ? here.items[Number(segment)] : pair?.value;
      if (pair === undefined && next === undefined) return firstLine(range, this.#text);
      const wantsKey = part === 'key' && index === path.length - 1;
      range = (wantsKey ? undefined : rangeOf(next)) ?? rangeOf(pair?.key) ?? range;
      node = next;
    }
    return firstLine(range, this.#text);
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) && this.#document !== undefined ? node.resolve(this.#document) : node;
  }
}

function readDocument(text: string, { report }: ProblemList): Document.Parsed | undefined {
  const tokens = checkCharacters(text, report) ? readTokens(text, report) : undefined;
  if (tokens === undefined) return undefined;
  const composer = new Composer({ prettyErrors: false });
  for (const document of composer.compose(tokens, true, text.length)) {
    reportSyntaxErrors(document.errors, report);
    return document;
  }
  return undefined;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === key);
}

/** From the first character to the end of the value; an empty value has none. */
function rangeOf(node: unknown): Range | undefined {
  const range = isNode(node) ? node.range : undefined;
  if (range === undefined || range === null || range[1] <= range[0]) return undefined;
  return { offset: range[0], length: range[1] - range[0] };
}

/** A nested block is pointed at by its first line only. */
function firstLine(range: Range, text: string): Range {
  const lineEnd = text.slice(range.offset, range.offset + range.length).search(/[\r\n]/);
  return lineEnd < 0 ? range : { offset: range.offset, length: lineEnd };
}

function pointer(path: ScenarioPath): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
