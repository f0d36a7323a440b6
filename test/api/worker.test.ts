/** The engine as the worker thread that browser mode starts: built, with a sandbox and files of its own. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineClient } from '../../src-engine/api/contract/contract.ts';
import { EXAMPLES } from '../examples/example-files.ts';
import { collect, runToEnd } from './support/engine.ts';
import { errorOf } from './support/errors.ts';

/** A script without types, which is known by its place alone. */
const BUNDLE: string = '../../scripts/support/bundle.mjs';
const FILE = join(EXAMPLES, '01-ecommerce-checkout', 'process_order.yaml');
const workers = new Set<Worker>();
let script: URL;

beforeAll(async () => {
  const { bundleForNow } = await import(BUNDLE);
  const folder = await bundleForNow({ worker: 'src-main/engine/worker.ts' });
  script = pathToFileURL(join(folder, 'worker.js'));
});
afterAll(() => Promise.all([...workers].map((worker) => worker.terminate())));

function startWorker(nonce: string): { readonly worker: Worker; readonly client: EngineClient } {
  const worker = new Worker(script, { workerData: { granted: [FILE], version: '1.2.3', nonce } });
  workers.add(worker);
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: 'connect', port: port2 }, [port2]);
  port1.start();
  return { worker, client: createORPCClient(new RPCLink({ port: port1 })) };
}

test('it says what it is, opens what it was granted, and runs it', async () => {
  const { client } = startWorker('first');
  const { text } = await client.templates.open({ path: FILE });
  expect(await client.engine.info()).toMatchObject({ version: '1.2.3', granted: [FILE] });
  expect(await errorOf(client.templates.open({ path: '/etc/passwd' }))).toMatchObject({
    code: 'NOT_GRANTED',
  });
  const [scenario] = await client.templates.scenarios({ path: FILE });
  const request = { name: scenario?.file ?? '', text: scenario?.text ?? '' };
  const { run, view } = await runToEnd(client, { text, scenario: request, speed: 'max' });
  expect([run, view.outcome]).toEqual(['first-1', 'completed']);
});

test('ended in the middle of a run, its streams end with it, and the next one has run ids of its own', async () => {
  const { client, worker } = startWorker('second');
  const { text } = await client.templates.open({ path: FILE });
  const { run } = await client.runs.start({ text, speed: 1 });
  const stream = collect(await client.runs.watch({ run, after: 0 }));
  const [ended] = await Promise.allSettled([stream, worker.terminate()]);
  expect(ended.status).toBe('rejected');
  const next = startWorker('third').client;
  expect(await next.runs.current()).toBeNull();
  expect(await errorOf(next.runs.stop({ run }))).toMatchObject({ code: 'NO_SUCH_RUN' });
});
