/** Parts of an engine's host that several hosts have in common. */
import type { EngineExamples, EngineFiles, NotGranted } from '../../src-engine/api/engine-host.ts';
import { findExamplesFolder, openExample, readExamples } from '../files/example-files.ts';

/** The examples of the first folder that exists; none where they are not installed. */
export function examplesIn(folders: readonly string[]): EngineExamples {
  return {
    async list() {
      const root = await findExamplesFolder(folders);
      return root === undefined ? [] : readExamples(root);
    },
    async open(example, file) {
      const root = await findExamplesFolder(folders);
      return root === undefined ? undefined : openExample(root, example, file);
    },
  };
}

const refuse = async (): Promise<NotGranted> => ({ kind: 'not_granted' });

/** For hosts that read and write files by themselves. */
export const NO_FILES: EngineFiles = {
  granted: [],
  folders: [],
  list: refuse,
  open: refuse,
  save: refuse,
  version: refuse,
  scenarios: refuse,
  saveScenario: refuse,
  lintConfig: refuse,
  layout: refuse,
  saveLayout: refuse,
};
