/** What runs on Node: the command line, the server of browser mode with its engine, and the seed they start from. */
import { chmod, copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundle } from '../support/bundle.mjs';
import { ensureSeed } from '../support/seed.mjs';
import { staged } from './staged.mjs';

const PROGRAM = 'tasker-workbench';

/** The seed beside the programs, alone: what an earlier build left there is stale. */
export async function buildSeed() {
  const seed = await ensureSeed();
  await staged('out/seed', (folder) => copyFile(seed, join(folder, basename(seed))));
}

export async function buildCli() {
  await staged('out/cli', async (folder) => {
    await bundle({ [PROGRAM]: 'src-main/cli/tasker-workbench.ts' }, folder, { shebang: true });
    await chmod(join(folder, `${PROGRAM}.js`), 0o755);
  });
}

export async function buildServer() {
  const entries = { server: 'src-main/server/server.ts', worker: 'src-main/engine/worker.ts' };
  await staged('out/server', (folder) => bundle(entries, folder));
}
