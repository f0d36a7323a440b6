/** Runs scenarios one after another through the engine's own procedures: one engine and one database for all of them. */
import { version } from '../../../package.json';
import type { TestAnswer } from '../../../src-engine/api/contract/lab-schemas.ts';
import { createEngine } from '../../../src-engine/api/engine.ts';
import { inProcessClient } from '../../../src-engine/api/hosts/in-process.ts';
import type { ProfileName } from '../../../src-engine/simulate/scenario.ts';
import { openSandbox } from '../../../src-engine/store/open-sandbox.ts';
import { examplesIn, NO_FILES } from '../../engine/host-parts.ts';

export interface TestInput {
  readonly text: string;
  readonly scenario: { readonly text: string; readonly name: string };
  readonly profile: ProfileName | undefined;
}

export interface Tester {
  /** Rejects with the signal's reason when it is aborted. */
  run(input: TestInput, signal: AbortSignal): Promise<TestAnswer>;
  close(): Promise<void>;
}

export function createTester(): Tester {
  const engine = createEngine({
    version,
    nonce: 'test',
    files: NO_FILES,
    examples: examplesIn([]),
    openDatabase: () => openSandbox(),
  });
  const client = inProcessClient(engine);
  return {
    run: ({ profile, ...input }, signal) =>
      client.tests.run({ ...input, ...(profile === undefined ? {} : { profile }) }, { signal }),
    close: () => engine.close(),
  };
}
