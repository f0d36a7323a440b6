/** `lint --fix`: mends templates on disk, and tells what was done. */
import { resolve } from 'node:path';
import { atomicWrite } from '../../files/atomic-write.ts';
import { readText } from '../../files/read-text.ts';
import { isScenarioFile } from '../../files/scenario-names.ts';
import { whyNotWritten } from '../../files/unusable.ts';
import type { AppliedFix } from '../engine.ts';
import { applyFixes } from '../engine.ts';
import { isConfig } from '../files/lint-configs.ts';
import type { LintWish } from './lint-files.ts';
import { problemsOf } from './lint-files.ts';

export interface FixedFile {
  readonly file: string;
  readonly applied: readonly AppliedFix[];
  /** Why the file is as it was, although there was something to mend. */
  readonly unwritten?: string;
}

/** Only the files that had something to mend. A file with an unusable configuration is left alone. */
export async function fixFiles(files: readonly string[], wish: LintWish): Promise<readonly FixedFile[]> {
  const fixed: FixedFile[] = [];
  for (const file of files) {
    const read = isScenarioFile(file) ? undefined : await readText(file, wish.cwd);
    const config = await wish.configs.of(file);
    if (read?.kind !== 'text' || !isConfig(config)) continue;
    const { text, applied } = applyFixes(read.text, (changed) =>
      problemsOf(changed, config, wish.environment),
    );
    if (applied.length === 0) continue;
    const unwritten = await write(resolve(wish.cwd, file), text);
    fixed.push({ file, applied, ...(unwritten === undefined ? {} : { unwritten }) });
  }
  return fixed;
}

async function write(path: string, text: string): Promise<string | undefined> {
  try {
    await atomicWrite(path, text);
    return undefined;
  } catch (error) {
    return whyNotWritten(error).message;
  }
}
