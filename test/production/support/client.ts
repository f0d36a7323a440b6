/** The contract's client over an engine of its own, as a window has it, and an open connection of it. */
import { parseConnectionUrl } from '../../../src-engine/connection/connection-url.ts';
import type { ConnectionTarget } from '../../../src-engine/connection/target.ts';
import type { EngineClient } from '../../../src-engine/api/contract/contract.ts';
import { createEngine } from '../../../src-engine/api/engine.ts';
import { inProcessClient } from '../../../src-engine/api/hosts/in-process.ts';
import { openSandbox } from '../../../src-engine/store/open-sandbox.ts';

export interface Workbench {
  readonly client: EngineClient;
  /** As whoever opens a window does. */
  readonly warmUp: () => void;
  readonly close: () => Promise<void>;
}

export function startWorkbench(): Workbench {
  const nothing = (): never => {
    throw new Error('these tests open no files');
  };
  const engine = createEngine({
    version: '0.0.0',
    nonce: 'test',
    openDatabase: () => openSandbox(),
    newsEveryMs: 0,
    files: new Proxy({ granted: [], folders: [] } as never, {
      get: (target, key) => (key in Object(target) ? target[key] : nothing),
    }),
    examples: { list: async () => [], open: async () => undefined },
  });
  return { client: inProcessClient(engine), warmUp: () => engine.warmUp(), close: () => engine.close() };
}

/** What somebody pastes, as the request it becomes. */
export function requestOf(
  url: string,
  changes: Partial<ConnectionTarget> = {},
): { readonly target: ConnectionTarget; readonly password?: string } {
  const parsed = parseConnectionUrl(url);
  if (parsed.kind === 'bad') throw new Error(parsed.message);
  const { target, password } = parsed;
  return { target: { ...target, ...changes }, ...(password === null ? {} : { password }) };
}

/** The id of an open connection. */
export async function connect(
  { client }: Workbench,
  url: string,
  changes: Partial<ConnectionTarget> = {},
): Promise<string> {
  const opened = await client.production.open({ ...requestOf(url, changes), anyway: true });
  if (opened.kind !== 'open')
    throw new Error(opened.kind === 'failed' ? opened.trouble.message : opened.kind);
  return opened.id;
}
