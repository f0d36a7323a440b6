/** Every ban of scripts/check-sources.mjs bites, and what looks like one but is none passes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sqlProblems, typescriptProblems } from '../../scripts/support/source-rules.mjs';

function problemsOf(path: string, text: string): string[] {
  const problems = path.endsWith('.sql') ? sqlProblems(path, text) : typescriptProblems(path, text);
  return problems.map((problem) => `${problem.path}:${problem.line}: ${problem.message}`);
}

/** Runs the script itself on a folder with these files. */
function check(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'check-sources-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const script = ['scripts/check-sources.mjs', '--root', root, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, script, { encoding: 'utf8' });
    return { status, stdout, problems: stderr.split('\n').filter((line) => line !== '') };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const SQL = 'sql/20_readiness/one.sql';
const ENGINE = 'src-engine/run/one.ts';

describe('SQL', () => {
  test.each([
    ['select current_timestamp'],
    ['select CURRENT_DATE'],
    ['select clock_timestamp()'],
    ['select statement_timestamp()'],
    ['select localtimestamp'],
    ["select 'now'::timestamptz"],
    ["select timestamptz 'today'"],
    ['create function f() returns int language sql set search_path = public as $$ select 1 $$'],
    ['set local search_path to public'],
    ["select set_config('search_path', 'public', false)"],
    ['create table t (at timestamptz default now())'],
  ])('%s is refused', (text) => {
    expect(problemsOf(SQL, `-- a promise\n${text};\n`)).toEqual([expect.stringContaining(`${SQL}:2:`)]);
  });

  test.each([
    ['select now() -- not current_timestamp'],
    ["/* 'now' and\n clock_timestamp() */ select now()"],
    ["select '-- ' || now()"],
    ["select 'what is shown now' as text, current_timestamps from t"],
  ])('%s passes', (text) => {
    expect(problemsOf(SQL, text)).toEqual([]);
  });
});

describe('engine code', () => {
  test.each([
    ['Date.now();'],
    ['new Date();'],
    ['new Date;'],
    ['performance.now();'],
    ['Math.random();'],
    ["console.log('x');"],
    ['export default 1;'],
    ['const a = 1; export { a as default };'],
    ['const text = `a ${`b ${Date.now()}`} c`;'],
    ['const quote = /[\'"`]/; Math.random();'],
  ])('%s is refused', (text) => {
    expect(problemsOf(ENGINE, `// a promise\n${text}\n`)).toEqual([expect.stringContaining(`${ENGINE}:2:`)]);
  });

  test.each([
    ['new Date(at);'],
    ['// Date.now() would be wrong'],
    ["const words = 'never call Date.now() or console.log()';"],
    ['const text = `Math.random() ${value} new Date()`;'],
    ['const half = total / 2; const other = total / 4;'],
    ["const pattern = /Math.random\\(['\"]/; const next = 'a';"],
  ])('%s passes', (text) => {
    expect(problemsOf(ENGINE, text)).toEqual([]);
  });

  test('the clock is refused in the engine only', () => {
    expect(problemsOf('src-main/cli/one.ts', 'Date.now();')).toEqual([]);
    expect(problemsOf('test/one.test.ts', 'Date.now();')).toEqual([]);
  });
});

describe('imports', () => {
  test.each([
    [ENGINE, "import { app } from 'electron';"],
    [ENGINE, "import { useState } from 'react';"],
    [ENGINE, "import { a } from '../../src-main/a.ts';"],
    [ENGINE, "import type { A } from '../../src-renderer/a.ts';"],
    [ENGINE, "import { PGlite } from '@electric-sql/pglite';"],
    ['src-engine/template/one.ts', "import { a } from '../store/a.ts';"],
    ['src-engine/lint/one.ts', "import type { A } from '../run/a.ts';"],
    ['src-engine/graph/one.ts', "import { readFile } from 'node:fs/promises';"],
    ['src-engine/events/one.ts', "export { a } from '../simulate/a.ts';"],
    ['src-engine/events/one.ts', "const a = await import('../simulate/a.ts');"],
    ['src-engine/template/deep/one.ts', "import {\n  a,\n  b,\n} from '../../run/a.ts';"],
    ['src-engine/store/one.ts', "import { a } from '../run/a.ts';"],
    ['src-main/one.ts', "import { a } from '../src-renderer/a.ts';"],
    ['src-renderer/one.ts', "import { a } from '../src-engine/store/a.ts';"],
    ['src-renderer/one.ts', "import 'node:fs';"],
  ])('%s must not say %s', (path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1);
  });

  test.each([
    [ENGINE, "import { a } from '../store/a.ts';\nimport { readFile } from 'node:fs/promises';"],
    [
      'src-engine/store/one.ts',
      "import type { A } from '../run/a.ts';\nimport { type B } from '../simulate/b.ts';",
    ],
    ['src-engine/template/one.ts', "import { parse } from 'yaml';\nimport { a } from '../graph/a.ts';"],
    [
      'src-renderer/one.ts',
      "import type { A } from '../src-engine/run/a.ts';\nimport { b } from '../src-engine/lint/b.ts';",
    ],
    ['src-main/one.ts', "import { a } from '../src-engine/store/a.ts';"],
  ])('%s may say %s', (path, text) => {
    expect(problemsOf(path, text)).toEqual([]);
  });
});

describe('SQL text outside the store', () => {
  test.each([
    ['`select a from b where c = ${d}`'],
    ["'insert into a values (1)'"],
    ['`\n  update tasker_tasks set complete = true`'],
    ["'DELETE FROM a'"],
    ["'create or replace function f()'"],
    ['`with ready as (select 1)`'],
    ["'select workbench.create_run($1)'"],
  ])('%s is refused', (literal) => {
    expect(problemsOf(ENGINE, `const text = ${literal};`)).toHaveLength(1);
    expect(problemsOf('src-engine/store/one.ts', `const text = ${literal};`)).toEqual([]);
  });

  test('sentences that begin like SQL pass', () => {
    const text =
      "const texts = ['Select a step from the list', 'update the file', 'with care', 'create a task'];";
    expect(problemsOf(ENGINE, text)).toEqual([]);
  });
});

test('files beyond the limit are refused, generated ones excepted', () => {
  const lines = (count: number) => 'a;\n'.repeat(count);
  expect(problemsOf(ENGINE, lines(400))).toEqual([]);
  expect(problemsOf(ENGINE, lines(401))).toHaveLength(1);
  expect(problemsOf(SQL, lines(221))).toHaveLength(1);
  expect(problemsOf('test/one.test.ts', lines(401))).toHaveLength(1);
  expect(problemsOf('src-engine/store/rows.generated.ts', lines(900))).toEqual([]);
});

describe('the script', () => {
  test('fails and names the places', () => {
    const { status, problems } = check({ [ENGINE]: 'Date.now();', [SQL]: 'select current_timestamp;' });
    expect(status).toBe(1);
    expect(problems).toEqual([
      expect.stringContaining(`${SQL}:1: `),
      expect.stringContaining(`${ENGINE}:1: `),
    ]);
  });

  test('passes clean sources and reports their sizes', () => {
    const { status, stdout, problems } = check({ [ENGINE]: 'a;\n', [SQL]: '-- a\nselect 1;\n' }, '--report');
    expect(stdout).toMatch(/src-engine\/run +1 +1 +1 +1 +0%!/);
    expect({ status, problems }).toEqual({ status: 0, problems: [] });
  });
});
