/**
 * What the sources must not do: one function per kind of file, each from (path, text) to problems
 * `{ path, line, message }`. Paths are relative to the project, with forward slashes.
 */
import { importProblems } from './import-rules.mjs';
import { lineOf, sqlWithoutComments, typescriptViews } from './source-text.mjs';

/** Things SQL must not say: each would see another clock than the simulation's, or hide it. */
const SQL_BANS = [
  [
    /\b(?:current_timestamp|localtimestamp|current_time|localtime|current_date)\b/gi,
    'is not the clock: write now()',
  ],
  [
    /\b(?:clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\b/gi,
    'is not the clock: write now()',
  ],
  [/'(?:now|today|tomorrow|yesterday)'/gi, 'is not the clock: write now()'],
  [
    /\bset\s+(?:local\s+|session\s+)?search_path\b/gi,
    'is refused: a pinned path hides the virtual clock and the profile',
  ],
  [
    /\bset_config\s*\(\s*'search_path'/gi,
    'is refused: a pinned path hides the virtual clock and the profile',
  ],
  [
    /\bdefault\s+(?:pg_catalog\.|sim_clock\.)?now\s*\(/gi,
    'is refused: pass the time, a default is bound to one clock',
  ],
];

/** Things the engine must not say, outside strings and comments. */
const ENGINE_BANS = [
  [/\bDate\s*\.\s*now\b/g, 'is refused: ask the clock of the database'],
  [
    /\bnew\s+Date\s*(?:\(\s*\)|(?!\s*[.(\w]))/g,
    'without an argument is refused: ask the clock of the database',
  ],
  [/\bperformance\s*\.\s*now\b/g, 'is refused: ask the clock of the database'],
  [/\bMath\s*\.\s*random\b/g, 'is refused: draw from the seeded generator'],
  [/\bconsole\s*\.\s*\w+/g, 'is refused: take a logger'],
];

const DEFAULT_EXPORT = /\bexport\s+default\b|\bas\s+default\b/g;

/** Text that is SQL: a keyword in one case and what has to follow it. */
const SQL_TEXT = [
  /^\s*select\s(?:[\s\S]*\sfrom\s|\s*[\w.]+\()/,
  /^\s*(?:insert\s+into|delete\s+from)\s/,
  /^\s*update\s+[\w.]+\s+set\s/,
  /^\s*create\s+(?:or\s+replace\s+|temp(?:orary)?\s+|unique\s+)*(?:table|index|function|view|schema|type|sequence)\s/,
  /^\s*with\s+(?:recursive\s+)?\w+(?:\s*\([^)]*\))?\s+as\s+(?:materialized\s+)?\(/,
];

/** Most lines a file may have; generated files are exempt. */
export const STOP_LINES = { typescript: 400, sql: 220, test: 400 };

export function sqlProblems(path, text) {
  const problems = bans(path, sqlWithoutComments(text), SQL_BANS);
  return [...problems, ...tooLong(path, text, STOP_LINES.sql)];
}

export function typescriptProblems(path, source) {
  const views = typescriptViews(source);
  const problems = tooLong(path, source, isTest(path) ? STOP_LINES.test : STOP_LINES.typescript);
  if (!path.endsWith('.config.ts'))
    problems.push(...bans(path, views.code, [[DEFAULT_EXPORT, 'is refused: name the export']]));
  if (path.startsWith('src-engine/')) problems.push(...bans(path, views.code, ENGINE_BANS));
  if (path.startsWith('src-') && !path.startsWith('src-engine/store/'))
    problems.push(...sqlInStrings(path, source, views));
  if (path.startsWith('src-')) problems.push(...importProblems(path, source, views));
  return problems;
}

export function isTest(path) {
  return path.startsWith('test/');
}

function bans(path, text, rules) {
  return rules.flatMap(([pattern, message]) =>
    [...text.matchAll(pattern)].map((match) => ({
      path,
      line: lineOf(text, match.index),
      message: `${match[0].trim().replace(/\s+/g, ' ')} ${message}`,
    })),
  );
}

function sqlInStrings(path, source, { strings }) {
  return strings
    .filter(({ value }) => SQL_TEXT.some((pattern) => pattern.test(value) || pattern.test(lowered(value))))
    .map(({ start }) => ({
      path,
      line: lineOf(source, start),
      message: 'SQL text belongs in src-engine/store',
    }));
}

/** Text all in capitals counts like text in small letters; "Select a step from …" is a sentence. */
function lowered(value) {
  return value === value.toUpperCase() || /^\s*[A-Z]{4,}\s/.test(value) ? value.toLowerCase() : value;
}

function tooLong(path, text, limit) {
  if (/\.generated\.\w+$/.test(path)) return [];
  const lines = lineCount(text);
  return lines > limit
    ? [{ path, line: limit + 1, message: `has ${lines} lines; split it before ${limit}` }]
    : [];
}

export function lineCount(text) {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
