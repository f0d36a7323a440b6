#!/usr/bin/env node
/**
 * `npm run generate`: writes the files that follow from others (row types from the schema, the JSON
 * schema of scenarios, the pages of lint rules). `--check` writes nothing and fails when one is stale.
 */
import { ensureInstall } from './ensure-install.mjs';
import { generatedFiles, staleFiles, writeFiles } from './support/generated.mjs';

await ensureInstall();
const files = await generatedFiles();
const stale = await staleFiles(files);
if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is stale: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  await writeFiles(files, stale);
  console.log(stale.length > 0 ? `Generated ${stale.join(', ')}` : 'Generated files are current');
}
