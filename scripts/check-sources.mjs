#!/usr/bin/env node
/**
 * Refuses what lint cannot see: other clocks in SQL and engine, imports against the direction of the
 * layers, SQL outside the store, files that grew too long. `--report` adds a table of sizes,
 * `--root <folder>` looks elsewhere.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ROOT } from './support/process.mjs';
import { sizeReport } from './support/source-report.mjs';
import { sqlProblems, typescriptProblems } from './support/source-rules.mjs';

const FOLDERS = ['sql', 'src-engine', 'src-main', 'src-renderer', 'src-shared', 'test', 'bench'];

const args = process.argv.slice(2);
const root = args.includes('--root') ? args[args.indexOf('--root') + 1] : ROOT;

const files = (await Promise.all(FOLDERS.map(sourcesIn))).flat();
const problems = files.flatMap(({ path, text }) =>
  path.endsWith('.sql') ? sqlProblems(path, text) : typescriptProblems(path, text),
);
if (args.includes('--report')) console.log(`${sizeReport(files)}\n`);
for (const { path, line, message } of problems) console.error(`${path}:${line}: ${message}`);
console.log(`check-sources: ${files.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

async function sourcesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  const names = await readdir(join(root, folder), { recursive: true });
  const paths = names.filter((name) => /\.(?:tsx?|sql)$/.test(name)).map((name) => join(folder, name));
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: path.split(sep).join('/'),
      text: await readFile(join(root, path), 'utf8'),
    })),
  );
}
