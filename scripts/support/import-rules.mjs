/**
 * Which folder may import what. Imports point one way: main and renderer use the engine, the engine's
 * pure folders know neither database nor run, the store knows nothing above it.
 */
import { posix } from 'node:path';
import { lineOf } from './source-text.mjs';

const PURE = ['template', 'lint', 'graph', 'events', 'export', 'timeline', 'connection'];

/**
 * `from`: files the rule is about; `to`: imports it refuses; `types`: whether importing types alone is
 * refused as well.
 */
const RULES = [
  {
    from: /^src-engine\//,
    to: /^(?:src-main\/|src-renderer\/|src-shared\/|electron(?:\/|$)|react(?:-dom)?(?:\/|$))/,
    types: true,
    message: 'the engine knows no screen and no desktop',
  },
  {
    from: new RegExp(`^src-engine/(?:${PURE.join('|')})/`),
    to: /^(?:src-engine\/(?:store|run|simulate|handlers|inspect|production|api)\/|node:|pg(?:\/|$)|@electric-sql\/pglite)/,
    types: true,
    message: 'this folder is pure: it also runs in the renderer and knows no database, no run and no Node',
  },
  {
    from: /^src-engine\/store\//,
    to: /^src-engine\/(?:run|simulate|handlers|inspect|production|api|export)\//,
    types: false,
    message: 'the store knows nothing above it but types',
  },
  {
    from: /^src-engine\/(?:run|handlers|inspect|simulate)\//,
    to: /^src-engine\/(?:production|api)\//,
    types: false,
    message: 'what is built on runs knows more than they do: only its types may be used here',
  },
  {
    from: /^src-engine\/(?!store\/)/,
    to: /^(?:pg(?:\/|$)|@electric-sql\/pglite)/,
    types: true,
    message: 'only src-engine/store talks to a database: use its Database interface',
  },
  {
    from: /^src-main\//,
    to: /^src-renderer\//,
    types: false,
    message: 'main does not know the renderer',
  },
  {
    from: /^src-renderer\//,
    to: new RegExp(
      `^(?:src-main/|node:|electron(?:/|$)|src-engine/(?!(?:${PURE.join('|')}|api/contract|api/views)/))`,
    ),
    types: false,
    message: 'the renderer uses the contract and the pure parts of the engine',
  },
  {
    from: /^src-shared\//,
    to: /^(?:src-main\/|src-renderer\/|src-engine\/|node:|electron(?:\/|$)|react(?:-dom)?(?:\/|$))/,
    types: true,
    message: 'what main and renderer share knows neither of them',
  },
];

/** Import and export declarations, dynamic imports, and a type import's `type`. */
const IMPORT =
  /\b(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s*)?(['"])(?=[^'"\n]*\2)|\bimport\s*\(\s*(['"`])/g;

export function importProblems(path, source, { text }) {
  const problems = [];
  for (const match of text.matchAll(IMPORT)) {
    const start = match.index + match[0].length;
    const specifier = source.slice(start, source.indexOf(match[2] ?? match[3], start));
    const isType = match[1] !== undefined || onlyTypes(match[0]);
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
    for (const rule of RULES) {
      if (!rule.from.test(path) || !rule.to.test(target) || (isType && !rule.types)) continue;
      problems.push({
        path,
        line: lineOf(source, match.index),
        message: `imports ${specifier}: ${rule.message}`,
      });
    }
  }
  return problems;
}

/** `import { type A, type B } from …` imports nothing that exists at run time. */
function onlyTypes(declaration) {
  const names = /\{([^}]*)\}/.exec(declaration)?.[1];
  if (names === undefined || /\}\s*,|\w\s*,\s*\{/.test(declaration)) return false;
  const list = names.split(',').filter((name) => name.trim() !== '');
  return list.length > 0 && list.every((name) => name.trim().startsWith('type '));
}
