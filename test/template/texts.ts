/** Small templates for tests, and what to look for in a result. */
import type { ParseResult } from '../../src-engine/template/parse-template.ts';
import type { Problem } from '../../src-engine/template/problem.ts';
import type { Template } from '../../src-engine/template/template.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';

export const MINIMAL = `name: orders
task_handler_class: Orders
default_dependent_system: shop
step_templates:
  - name: fetch
    handler_class: FetchHandler
`;

/** A template with one step, or with the given lines under `step_templates`. */
export function withSteps(...lines: readonly string[]): string {
  return `${MINIMAL.slice(0, MINIMAL.indexOf('  - name'))}${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** The minimal template with more top-level lines. */
export function withTop(...lines: readonly string[]): string {
  return `${lines.map((line) => `${line}\n`).join('')}${MINIMAL}`;
}

/** The minimal template whose step has more lines. */
export function withStep(...lines: readonly string[]): string {
  return `${MINIMAL}${lines.map((line) => `    ${line}\n`).join('')}`;
}

export function parsed(text: string, environment?: string): Template {
  const result = parseTemplate(text, environment === undefined ? {} : { environment });
  if (result.kind === 'parsed') return result.template;
  throw new Error(`rejected: ${result.problems.map(({ code, message }) => `${code} ${message}`).join('\n')}`);
}

export function codes(text: string, environment?: string): readonly string[] {
  const result = parseTemplate(text, environment === undefined ? {} : { environment });
  return result.problems.map(({ code }) => code);
}

/** The first problem with a code. */
export function problem(text: string, code: string, environment?: string): Problem {
  const { problems } = parseTemplate(text, environment === undefined ? {} : { environment });
  const found = problems.find((candidate) => candidate.code === code);
  if (found !== undefined) return found;
  throw new Error(`no ${code} among: ${problems.map((other) => other.code).join(', ')}`);
}

/** The characters a problem points at. */
export function marked(text: string, { offset, length }: Problem): string {
  return text.slice(offset, offset + length);
}

/** Places that would put a mark outside the text or on another line than they say. */
export function misplaced(text: string, { problems }: ParseResult): readonly Problem[] {
  return problems.filter(({ offset, length, line, column }) => {
    const lineStart = offset - (column - 1);
    const isInside = offset >= 0 && length >= 0 && offset + length <= text.length && lineStart >= 0;
    const breaks = text.slice(0, lineStart).match(/\r\n|\n|\r/g)?.length ?? 0;
    return !isInside || (breaks !== line - 1 && !text.slice(lineStart - 1).startsWith('\r\n'));
  });
}
