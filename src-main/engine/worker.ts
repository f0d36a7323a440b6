/**
 * Entry of the engine as a worker thread. `workerData` says what it is; every message `{ type: 'connect', port }` brings a
 * new line to it. It ends when its worker is ended: a query that hangs can only be stopped that way.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { servePort } from '../../src-engine/api/hosts/serve-port.ts';
import { complain } from './complain.ts';
import type { HostFacts } from './host.ts';
import { hostedEngine } from './host.ts';

interface Connect {
  readonly type: 'connect';
  readonly port: MessagePort;
}

// Both come from our own main thread, which is built with this file.
const engine = hostedEngine(workerData as HostFacts);

parentPort?.on('message', (message: Connect) => {
  if (message.type !== 'connect') return;
  void engine.then((served) => servePort(served, message.port, complain));
});
