/** Who gets an answer and who gets a line to the engine: Host, Origin, token, client. */
import { describe, expect, test } from 'vitest';
import { isOwnHost, isToken, newToken } from '../../src-main/server/access/access.ts';
import { REFUSED } from '../../src-main/server/access/refusal.ts';
import { rpcAddress, tokenIn } from '../../src-shared/browser/rpc-address.ts';
import { ask, connect, opened, refused, testServer } from './support/test-server.ts';

const CLIENT = '123e4567-e89b-42d3-a456-426614174000';

test('a token has 256 bits and is new every time', () => {
  expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
  expect(newToken()).not.toBe(newToken());
});

test('tokens of any length can be compared', () => {
  const token = newToken();
  expect(isToken(token, token)).toBe(true);
  for (const wrong of ['', token.slice(1), `${token}a`, 'ü'.repeat(43)])
    expect(isToken(wrong, token)).toBe(false);
});

test.each([
  ['127.0.0.1:4000', true],
  ['LocalHost:4000', true],
  ['127.0.0.1:4001', false],
  ['127.0.0.1', false],
  ['evil.example:4000', false],
  ['127.0.0.1.evil.example:4000', false],
  ['127.0.0.1:4000.evil.example', false],
  ['[::1]:4000', false],
  [undefined, false],
])('host %s is ours: %s', (host, expected) => {
  expect(isOwnHost(host, [4000])).toBe(expected);
});

test('on port 80 a browser leaves the port out', () => {
  expect(isOwnHost('localhost', [80])).toBe(true);
});

describe('a page', () => {
  test.each(['/', '/assets/plain.css', '/rpc'])('under a foreign name gets nothing of %s', async (path) => {
    const server = await testServer();
    const answer = await ask(server, path, { host: `evil.example:${server.port}` });
    expect(answer).toMatchObject({ status: 403, text: `${REFUSED.host.words}\n` });
  });

  test('that knows the token is let in, under both names', async () => {
    const server = await testServer();
    const host = `localhost:${server.port}`;
    await opened(connect(server, { client: CLIENT }));
    await opened(connect(server, { client: CLIENT, headers: { host, origin: `http://${host}` } }));
    expect(server.engines).toHaveLength(2);
  });

  test('finds the token in the printed address, behind the #', async () => {
    const server = await testServer();
    const { hash, search, origin } = new URL(server.address);
    expect({ search, origin, token: tokenIn(hash) }).toEqual({
      search: '',
      origin: `http://${server.host}`,
      token: server.token,
    });
  });
});

describe('an upgrade is refused with words', () => {
  test.each([
    ['a wrong token', { token: newToken() }, REFUSED.token],
    ['no token', { path: `/rpc?client=${CLIENT}` }, REFUSED.token],
    ['an empty token', { token: '' }, REFUSED.token],
    ['a client that is no id', { client: 'me' }, REFUSED.client],
    ['another path', { path: '/other' }, REFUSED.notFound],
    ['a foreign host', { headers: { host: 'evil.example' } }, REFUSED.host],
    ['a foreign origin', { headers: { origin: 'http://evil.example' } }, REFUSED.origin],
    ['an opaque origin', { headers: { origin: 'null' } }, REFUSED.origin],
    ['another port as origin', { headers: { origin: 'http://127.0.0.1:1' } }, REFUSED.origin],
  ])('for %s', async (_, options, refusal) => {
    const server = await testServer();
    expect(await refused(connect(server, options))).toEqual(refusal);
    expect(server.engines).toHaveLength(0);
  });

  test('for the other of our two names as origin', async () => {
    const server = await testServer();
    const headers = { origin: `http://localhost:${server.port}` };
    expect(await refused(connect(server, { headers }))).toEqual(REFUSED.origin);
  });
});

test.each(['http://[', '//rpc', '/%', '*', '/rpc/../rpc'])('an upgrade of %s does no harm', async (path) => {
  const server = await testServer();
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket', host: server.host };
  expect((await ask(server, path, upgrade)).status).toBe(404);
  await opened(connect(server));
});

test('a plain request tells what an upgrade would be refused for', async () => {
  const server = await testServer();
  const host = { host: server.host };
  const path = (token: string) => rpcAddress({ token, client: CLIENT });
  expect((await ask(server, path(newToken()), host)).status).toBe(401);
  expect((await ask(server, path(server.token), host)).status).toBe(426);
  expect((await ask(server, path(server.token), { ...host, origin: 'http://evil.example' })).status).toBe(
    403,
  );
});
