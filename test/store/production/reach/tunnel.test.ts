/** A tunnel through an SSH server in this process: who is let in, whom it trusts, and how it ends. */
import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TunnelOptions, openTunnel } from '../../../../src-engine/store/production/reach/tunnel.ts';
import type { TunnelTarget } from '../../../../src-engine/connection/target.ts';
import { folderForTests } from './folder.ts';
import {
  CLIENT_KEY,
  STRANGER_KEY,
  type SshServer,
  startAgent,
  startEcho,
  startSshServer,
} from './ssh-server.ts';

const folder = folderForTests();
const keyFile = folder.write('id', CLIENT_KEY.private);

let ssh: SshServer;
let echo: Awaited<ReturnType<typeof startEcho>>;
beforeAll(async () => {
  ssh = await startSshServer();
  echo = await startEcho();
});
afterAll(async () => {
  await ssh.close();
  await echo.close();
});

function through(parts: Partial<TunnelTarget> = {}): TunnelTarget {
  return { host: '127.0.0.1', port: ssh.port, user: 'me', keyFile, fingerprint: ssh.fingerprint, ...parts };
}

const open = (parts: Partial<TunnelTarget> = {}, port = echo.port, options: TunnelOptions = { env: {} }) =>
  openTunnel(through(parts), { host: '127.0.0.1', port }, options);

async function saidBack(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [data] = (await once(socket, 'data')) as [Buffer];
  return data.toString();
}

async function closed(socket: Socket): Promise<void> {
  socket.on('error', () => {});
  if (!socket.closed) await new Promise((resolve) => socket.on('close', resolve));
}

describe('open', () => {
  test('several connections come out at the other end', async () => {
    const tunnel = await open();
    expect(tunnel.host).toBe('127.0.0.1');
    const sockets = [connect(tunnel.port, tunnel.host), connect(tunnel.port, tunnel.host)];
    for (const [index, socket] of sockets.entries())
      expect(await saidBack(socket, `hello ${index}`)).toBe(`hello ${index}`);
    expect(tunnel.trouble()).toBeUndefined();
    await tunnel.close();
    await Promise.all(sockets.map(closed));
  });

  test('once closed nobody listens, and closing again is harmless', async () => {
    const tunnel = await open();
    const { port } = tunnel;
    await tunnel.close();
    await tunnel.close();
    const [error] = await once(connect(port, '127.0.0.1'), 'error').catch((error: unknown) => [error]);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(tunnel.trouble()).toBeUndefined();
  });

  test('either end that hangs up ends the other', async () => {
    const tunnel = await open();
    const ours = connect(tunnel.port, tunnel.host);
    await saidBack(ours, 'a');
    const [theirs] = [...echo.sockets].slice(-1);
    ours.destroy();
    if (theirs !== undefined) await closed(theirs);
    const second = connect(tunnel.port, tunnel.host);
    await saidBack(second, 'b');
    [...echo.sockets].at(-1)?.destroy();
    await closed(second);
    await tunnel.close();
  });
});

test('what is said before hanging up arrives', async () => {
  const farewell = Buffer.alloc(3_000_000, 'why');
  const server = await startEcho({ farewell });
  const tunnel = await open({}, server.port);
  const socket = connect(tunnel.port, tunnel.host);
  let heard = 0;
  for await (const part of socket) heard += (part as Buffer).length;
  expect(heard).toBe(farewell.length);
  await tunnel.close();
  await server.close();
});

describe('the key of the host', () => {
  test('a whole line of ssh-keygen is as good', async () => {
    const tunnel = await open({ fingerprint: `256 ${ssh.fingerprint} root@gate (ED25519)` });
    await tunnel.close();
  });

  test('not known yet: it is told, and how to compare it', async () => {
    const { fingerprint: _, ...rest } = through();
    const opening = openTunnel(rest, { host: '127.0.0.1', port: echo.port }, { env: {} });
    await expect(opening).rejects.toMatchObject({
      code: 'unknown_host_key',
      message: expect.stringContaining(`${ssh.fingerprint} (ssh-ed25519)`),
      hint: expect.stringContaining('ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'),
    });
  });

  test.each([`SHA256:${'A'.repeat(43)}`, 'SHA256:', 'nonsense', 'MD5:00:11'])(
    'another one, %s: refused',
    async (fingerprint) => {
      await expect(open({ fingerprint })).rejects.toMatchObject({
        code: 'unknown_host_key',
        message: expect.stringMatching(/has another key/),
        hint: expect.stringMatching(/in between/),
      });
    },
  );

  test('a longer text that holds it is another one', async () => {
    await expect(open({ fingerprint: `${ssh.fingerprint}A` })).rejects.toMatchObject({
      code: 'unknown_host_key',
    });
  });
});

describe('the login', () => {
  test('a stranger is not let in', async () => {
    const stranger = folder.write('stranger', STRANGER_KEY.private);
    await expect(open({ keyFile: stranger })).rejects.toMatchObject({
      code: 'tunnel',
      message: expect.stringMatching(/me was not let in/),
    });
    await expect(open({ user: 'root' })).rejects.toMatchObject({ code: 'tunnel' });
  });

  test('neither agent nor key', async () => {
    const { keyFile: _, ...rest } = through();
    const opening = openTunnel(rest, { host: '127.0.0.1', port: 1 }, { env: {} });
    if (process.platform !== 'win32') await expect(opening).rejects.toThrow(/No SSH agent is running/);
    else await expect(opening).rejects.toMatchObject({ code: 'tunnel' });
  });

  test.skipIf(process.platform === 'win32')('the key of an agent', async () => {
    const { keyFile: _, ...rest } = through();
    const env = { SSH_AUTH_SOCK: join(folder.path, 'agent') };
    const agent = await startAgent(env.SSH_AUTH_SOCK);
    const tunnel = await openTunnel(rest, { host: '127.0.0.1', port: echo.port }, { env });
    const socket = connect(tunnel.port, tunnel.host);
    expect(await saidBack(socket, 'agent')).toBe('agent');
    await tunnel.close();
    await agent.close();
  });

  test('an agent that is not there', async () => {
    const { keyFile: _, ...rest } = through();
    const env = { SSH_AUTH_SOCK: join(folder.path, 'no-agent') };
    await expect(openTunnel(rest, { host: '127.0.0.1', port: 1 }, { env })).rejects.toMatchObject({
      code: 'tunnel',
      message: expect.stringMatching(/The SSH agent could not be asked|not let in/),
    });
  });

  test.each([
    ['the public key', CLIENT_KEY.public, /is a public key/],
    ['no key', 'nothing', /holds no key/],
  ])('%s in the file', async (_, text, message) => {
    const opening = open({ keyFile: folder.write('bad', text) });
    await expect(opening).rejects.toMatchObject({ code: 'file', message: expect.stringMatching(message) });
  });
});

describe('what does not come about', () => {
  test('nobody listens', async () => {
    await expect(open({ port: 1 })).rejects.toThrow(/No SSH server listens at 127\.0\.0\.1:1/);
  });

  test('a server that says nothing, in time', async () => {
    const silent = await startEcho({ speaks: false });
    const opening = open({ port: silent.port }, echo.port, { env: {}, connectTimeout: 100 });
    await expect(opening).rejects.toMatchObject({
      code: 'tunnel',
      message: expect.stringMatching(/in time/),
    });
    await Promise.all([...silent.sockets].map(closed));
    await silent.close();
  });

  test('a server that is none', async () => {
    const opening = open({ port: echo.port }, echo.port, { env: {}, connectTimeout: 2_000 });
    await expect(opening).rejects.toMatchObject({ code: 'tunnel' });
  });

  test('called off, before and while', async () => {
    const off = AbortSignal.abort();
    await expect(open({}, echo.port, { env: {}, signal: off })).rejects.toMatchObject({ code: 'cancelled' });
    const silent = await startEcho({ speaks: false });
    const control = new AbortController();
    const opening = open({ port: silent.port }, echo.port, { env: {}, signal: control.signal });
    setTimeout(() => control.abort(), 50);
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    await silent.close();
  });
});

describe('what breaks', () => {
  test('the database is not there: the connection ends, the tunnel stays and tells why', async () => {
    const gone = await startEcho();
    const tunnel = await open({}, gone.port);
    await gone.close();
    await closed(connect(tunnel.port, tunnel.host));
    expect(tunnel.trouble()).toMatchObject({
      code: 'tunnel',
      message: expect.stringContaining(`127.0.0.1:${gone.port}`),
    });
    await tunnel.close();
  });

  test('a server that forwards for nobody', async () => {
    const strict = await startSshServer({ forwards: false });
    const tunnel = await open({ port: strict.port });
    await closed(connect(tunnel.port, tunnel.host));
    expect(tunnel.trouble()?.message).toMatch(/does not/);
    await tunnel.close();
    await strict.close();
  });

  test('the SSH server goes: all connections end, and nobody listens any more', async () => {
    const tunnel = await open();
    const socket = connect(tunnel.port, tunnel.host);
    await saidBack(socket, 'a');
    const { port } = tunnel;
    ssh.cut();
    await closed(socket);
    expect(tunnel.trouble()).toMatchObject({ code: 'tunnel', message: expect.stringMatching(/broke/) });
    await tunnel.close();
    await closed(connect(port, '127.0.0.1'));
  });
});
