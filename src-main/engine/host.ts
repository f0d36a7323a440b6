/** What an engine in a process of its own is given: the sandbox, the granted files, the examples. */
import { fileURLToPath } from 'node:url';
import type { Engine } from '../../src-engine/api/engine.ts';
import { createEngine } from '../../src-engine/api/engine.ts';
import type { EngineSecrets } from '../../src-engine/production/engine-secrets.ts';
import { GrantedFiles } from '../files/granted-files.ts';
import { examplesIn } from './host-parts.ts';

export interface HostFacts {
  readonly version: string;
  readonly nonce: string;
  /** Paths of template files, and of folders with some; everything else is refused. */
  readonly granted: readonly string[];
}

/** Where the examples may lie, seen from the built program and from the sources. */
const EXAMPLES_FOLDERS = ['../../resources/examples', '../resources/examples'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** @param secrets Absent where nobody lends any. */
export async function hostedEngine(
  { version, nonce, granted }: HostFacts,
  secrets?: EngineSecrets,
): Promise<Engine> {
  const engine = createEngine({
    version,
    nonce,
    files: await GrantedFiles.of(granted),
    examples: examplesIn(EXAMPLES_FOLDERS),
    ...(secrets === undefined ? {} : { secrets }),
    openDatabase: async () => (await import('../../src-engine/store/open-sandbox.ts')).openSandbox(),
  });
  // While the page is still being read.
  engine.warmUp();
  return engine;
}
