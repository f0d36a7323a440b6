/** Patterns of a schema as JavaScript expressions. Tasker runs them in Ruby, whose dialect differs in a few places. */
import type { ValidationMode } from '../check.ts';

const RUBY_TERMS: Readonly<Record<string, string>> = {
  '\\A': '(?<![\\s\\S])',
  '\\z': '(?![\\s\\S])',
  '\\Z': '(?=\\n?(?![\\s\\S]))',
  '\\h': '[0-9a-fA-F]',
  '[:alpha:]': '\\p{L}',
  '[:digit:]': '\\d',
  '[:alnum:]': '\\p{L}\\p{N}',
  '[:space:]': '\\s',
  '[:upper:]': '\\p{Lu}',
  '[:lower:]': '\\p{Ll}',
};

/** Undefined when the text is no expression. In Ruby `^` and `$` always mean line ends, hence the `m`. */
export function toRegExp(source: string, mode: ValidationMode): RegExp | undefined {
  const translated = source.replaceAll(/\\[\s\S]|\[:\w+:\]/g, (term) => RUBY_TERMS[term] ?? term);
  if (mode === 'ordinary') return compile(source, 'u') ?? compile(translated, 'u') ?? compile(translated, '');
  return compile(translated, 'mu') ?? compile(translated, 'm');
}

function compile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
