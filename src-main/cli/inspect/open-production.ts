/** The engine of this process, for its `production` procedures alone: its sandbox is opened only to say how the steps of a task stand. */
import { version } from '../../../package.json';
import { createEngine } from '../../../src-engine/api/engine.ts';
import { inProcessClient } from '../../../src-engine/api/hosts/in-process.ts';
import { examplesIn, NO_FILES } from '../../engine/host-parts.ts';
import type { ProductionDoor } from './production.ts';

export function openProduction(): ProductionDoor {
  const engine = createEngine({
    version,
    nonce: 'inspect',
    files: NO_FILES,
    examples: examplesIn([]),
    openDatabase: async () => (await import('../../../src-engine/store/open-sandbox.ts')).openSandbox(),
  });
  return { production: inProcessClient(engine).production, close: () => engine.close() };
}
