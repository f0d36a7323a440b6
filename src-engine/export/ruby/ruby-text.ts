/** Pieces of Ruby source: literals, comments, names. Nothing in a template can become code. */
import type { Json } from '../../template/template.ts';
import { writeYaml } from '../yaml/write-yaml.ts';

/** A string literal in which nothing is interpolated. */
export function rubyString(value: string): string {
  const text = wellFormed(value);
  if (!/[\p{Cc}\u2028\u2029]/u.test(text)) return `'${text.replaceAll(/[\\']/g, (sign) => `\\${sign}`)}'`;
  return JSON.stringify(text)
    .replaceAll('#', '\\#')
    .replaceAll(/[\u007F-\u009F\u2028\u2029]/g, escaped);
}

/** JSON as a Ruby literal. */
export function rubyLiteral(value: Json): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return rubyString(value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(rubyLiteral).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${rubyString(key)} => ${rubyLiteral(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Lines of a comment; a text of several lines stays within it. */
export function comment(...lines: readonly string[]): readonly string[] {
  return lines.map((line) => {
    // `-*-` would set the encoding of the file.
    const safe = wellFormed(line)
      .replaceAll(/\p{Cc}+/gu, ' ')
      .replaceAll('-*-', '- * -')
      .trimEnd();
    return safe === '' ? '#' : `# ${safe}`;
  });
}

/** A map as YAML within a comment. */
export function yamlComment(value: Parameters<typeof writeYaml>[0]): readonly string[] {
  return comment(
    ...writeYaml(value)
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  );
}

const KEYWORDS =
  /^(?:__\w+__|BEGIN|END|alias|and|begin|break|case|class|def|do|else|elsif|end|ensure|false|for|if|in|module|next|nil|not|or|redo|rescue|retry|return|self|super|then|true|undef|unless|until|when|while|yield|defined)$/;

/** A local variable for a thing of that name, unlike those in `taken`, and never a keyword. */
export function variableName(name: string, suffix: string, taken: Set<string>): string {
  const words = underscore(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^(?=\d)/, 'n')
    .replaceAll(/^_+|_+$/g, '');
  const word = `${words === '' ? 'value' : words}${suffix}`;
  const base = KEYWORDS.test(word) ? `${word}_value` : word;
  let found = base;
  for (let next = 2; taken.has(found); next += 1) found = `${base}_${next}`;
  taken.add(found);
  return found;
}

/** As Rails does it: `HTTPRequest` → `http_request`, `A::B` → `a/b`. */
export function underscore(name: string): string {
  return name
    .replaceAll('::', '/')
    .replaceAll(/([A-Z\d]+)([A-Z][a-z])/g, '$1_$2')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}

function isList(value: readonly Json[] | object): value is readonly Json[] {
  return Array.isArray(value);
}

function number(value: number): string {
  if (Number.isNaN(value)) return 'Float::NAN';
  if (!Number.isFinite(value)) return value > 0 ? 'Float::INFINITY' : '-Float::INFINITY';
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Half a character cannot be written in UTF-8. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\u{FFFD}');
}
