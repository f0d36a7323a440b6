/** A password that was lent is sent to the place it was lent for, and to no other. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { placeOf } from '../../src-engine/connection/target.ts';
import { ProductionDesk } from '../../src-engine/production/production-desk.ts';
import { Trouble } from '../../src-engine/store/production/reach/trouble.ts';
import { createLentSecrets } from '../../src-main/engine/lent-secrets.ts';
import { requestOf } from './support/client.ts';

/** AuthenticationCleartextPassword: whoever comes is asked for the password as it is. */
const ASK = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);

let told: string[];
/** Listens for passwords, and hangs up. */
const server = createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', () => {
    socket.write(ASK);
    socket.once('data', (answer) => {
      told.push(answer.subarray(5, -1).toString());
      socket.destroy();
    });
  });
});

beforeAll(async () => {
  vi.stubEnv('PGPASSWORD', '');
  vi.stubEnv('PGPASSFILE', '/nowhere/pgpass');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  told = [];
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const targetAt = (host: string) => {
  const { port } = server.address() as AddressInfo;
  return requestOf(`postgres://viewer@${host}:${port}/shop?sslmode=disable`).target;
};

/** What the server on this machine is told when the page asks for it with a password that was lent for `place`. */
async function toldWith(place: string, times = 1): Promise<readonly string[]> {
  const lent = createLentSecrets();
  lent.receive({ kind: 'secret', name: 'a', password: 'hush', place });
  const desk = new ProductionDesk({ secrets: lent.secrets, nonce: 'test' });
  for (let count = 0; count < times; count += 1) {
    const answer = await desk.connect({ target: targetAt('127.0.0.1'), secret: 'a' }, undefined);
    expect(answer).toBeInstanceOf(Trouble);
  }
  return told;
}

test('it is sent to the place it was lent for, once', async () => {
  expect(await toldWith(placeOf(targetAt('127.0.0.1')), 2)).toEqual(['hush', '']);
});

test('it is not sent to another', async () => {
  expect(await toldWith(placeOf(targetAt('db.example.com')))).toEqual(['']);
});
