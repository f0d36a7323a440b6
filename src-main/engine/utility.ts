/**
 * Entry of the engine as a utility process of the desktop. Every message `{ type: 'connect' }` with a port brings a new line
 * to it, every message `{ kind: 'secret' }` a password under a name. It is given no files: the desktop opens and saves them
 * itself. Nothing of Electron is loaded here.
 */
import { randomBytes } from 'node:crypto';
import type { MessageEvent } from 'electron';
import { version } from '../../package.json';
import { servePort } from '../../src-engine/api/hosts/serve-port.ts';
import { complain } from './complain.ts';
import { hostedEngine } from './host.ts';
import { createLentSecrets } from './lent-secrets.ts';

const lent = createLentSecrets();
const facts = { version, nonce: randomBytes(8).toString('hex'), granted: [] };
const engine = hostedEngine(facts, lent.secrets);

process.parentPort.on('message', ({ data, ports }: MessageEvent) => {
  const kept = lent.receive(data);
  if (kept !== undefined) return process.parentPort.postMessage(kept);
  const [port] = ports;
  const isConnect = typeof data === 'object' && data !== null && 'type' in data && data.type === 'connect';
  if (!isConnect || port === undefined) return;
  void engine.then((served) => servePort(served, port, complain));
});
