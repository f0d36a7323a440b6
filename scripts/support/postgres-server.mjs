/**
 * A throw-away PostgreSQL server for tests: its own folder, port and user, no durability, deleted when
 * the work is over, also when it was interrupted.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.mjs';
import { capture } from './process.mjs';

const DEBIAN = '/usr/lib/postgresql';
const READY_WITHIN_MS = 30_000;

/** Folder of the server programs: the newest Debian has, else one on the PATH; undefined without one. */
export async function findPostgres() {
  const versions = existsSync(DEBIAN) ? await readdir(DEBIAN) : [];
  const folders = [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(join(folder, name))),
  );
}

/** Starts a server, calls `work` with its URL, and removes every trace of it. */
export async function withPostgres(bin, work) {
  const user = await serverUser();
  const home = await mkdtemp(join(tmpdir(), 'workbench-postgres-'));
  let server;
  const remove = async () => {
    if (server !== undefined) await stop(server);
    await rm(home, { recursive: true, force: true });
  };
  const interrupted = (signal) => void remove().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted).once('SIGHUP', interrupted);
  try {
    if (user.uid !== undefined) await chown(home, user.uid, user.gid);
    await initialize(bin, home, user);
    const port = await freePort();
    server = startServer(bin, home, port, user);
    await untilReady(bin, port, server);
    return await work(`postgres://postgres@127.0.0.1:${port}/postgres`);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted).off('SIGHUP', interrupted);
    await remove();
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as nobody. */
async function serverUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = await capture('id', ['-u', name]);
    const gid = await capture('id', ['-g', name]);
    if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
}

async function initialize(bin, home, user) {
  const args = [
    '-D',
    join(home, 'data'),
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  const { code, output } = await capture(join(bin, 'initdb'), args, { ...user, cwd: home });
  if (code !== 0) throw new Error(`initdb failed:\n${output}`);
}

function startServer(bin, home, port, user) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: home,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '60',
    shared_buffers: '128MB',
  };
  const args = ['-D', join(home, 'data'), '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  // In a group of its own: Ctrl-C must reach us first, so that the tests end before their server does.
  const child = spawn(join(bin, 'postgres'), args, {
    ...user,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const server = { child, log: '', exited: false };
  child.stderr.on('data', (chunk) => (server.log = (server.log + chunk).slice(-4000)));
  server.end = new Promise((resolve) => {
    child.once('close', () => {
      server.exited = true;
      resolve();
    });
    child.once('error', (error) => {
      server.exited = true;
      server.log += error.message;
      resolve();
    });
  });
  return server;
}

async function untilReady(bin, port, server) {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end && !server.exited) {
    const { code } = await capture(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
    if (code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the PostgreSQL server did not start:\n${server.log}`);
}

/** SIGINT is a fast shutdown: sessions are thrown out, files are left in order. */
async function stop(server) {
  if (server.exited) return;
  server.child.kill('SIGINT');
  const late = setTimeout(() => server.child.kill('SIGKILL'), 10_000);
  await server.end;
  clearTimeout(late);
}
