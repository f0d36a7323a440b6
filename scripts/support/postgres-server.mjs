/**
 * A throw-away PostgreSQL server for tests: its own folder, port and user, no durability, deleted when
 * the work is over, also when it was interrupted.
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.mjs';
import { capture } from './process.mjs';

const DEBIAN = '/usr/lib/postgresql';
const READY_WITHIN_MS = 30_000;
const HBA = 'access.conf';

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
export async function withPostgres(bin, work, options = {}) {
  const server = await preparePostgres(bin, options);
  const interrupted = (signal) =>
    void server.remove().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted).once('SIGHUP', interrupted);
  try {
    await server.start();
    return await work(`postgres://postgres@127.0.0.1:${server.port}/postgres`);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted).off('SIGHUP', interrupted);
    await server.remove();
  }
}

/**
 * A server that does not run yet. It keeps its folder and its port however often it is stopped and started; whoever
 * asked for it calls `remove` in the end. Options: `settings` of the server; `hba`, the lines that say who gets in how
 * (default: everyone without a password); `files` put beside the data, by name, that settings may point at as `{home}/name`;
 * `log: true` for a log in a file, which is complete at any moment.
 */
export async function preparePostgres(bin, options = {}) {
  const user = await serverUser();
  const home = await mkdtemp(join(tmpdir(), 'workbench-postgres-'));
  const port = await freePort();
  let server;
  let isInitialized = false;
  const start = async () => {
    if (!isInitialized) {
      if (user.uid !== undefined) await chown(home, user.uid, user.gid);
      await initialize(bin, home, user);
      await writeFiles(home, user, options);
      isInitialized = true;
    }
    server = startServer(bin, home, port, user, options);
    await untilReady(bin, port, server);
  };
  const stopped = async () => {
    if (server !== undefined) await stop(server);
  };
  return {
    port,
    home,
    logFile: logFileOf(home),
    start,
    stop: stopped,
    /** Ends it as a crash does: sessions break off without a word. */
    kill: async () => {
      if (server !== undefined) await stop(server, 'SIGQUIT');
    },
    remove: async () => {
      await stopped();
      await rm(home, { recursive: true, force: true });
    },
    /** The same while the process exits, where nothing can be waited for. */
    removeAtOnce: () => {
      if (server !== undefined && !server.exited) server.child.kill('SIGQUIT');
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
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

/** The server reads keys only from files that nobody else can. */
async function writeFiles(home, user, { hba, files = {} }) {
  const all = hba === undefined ? files : { ...files, [HBA]: `${hba.join('\n')}\n` };
  for (const [name, text] of Object.entries(all)) {
    await writeFile(join(home, name), text, { mode: 0o600 });
    if (user.uid !== undefined) await chown(join(home, name), user.uid, user.gid);
  }
}

function startServer(bin, home, port, user, { settings = {}, hba, log = false }) {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: home,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '60',
    shared_buffers: '128MB',
    ...(hba === undefined ? {} : { hba_file: join(home, HBA) }),
    ...settings,
  };
  const args = ['-D', join(home, 'data'), '-p', String(port)];
  for (const [name, value] of Object.entries(all))
    args.push('-c', `${name}=${value.replaceAll('{home}', home)}`);
  // Sessions write to the file themselves, before they answer; a pipe would lag behind what was answered.
  const file = log ? openSync(logFileOf(home), 'a') : undefined;
  // In a group of its own: Ctrl-C must reach us first, so that the tests end before their server does.
  const child = spawn(join(bin, 'postgres'), args, {
    ...user,
    cwd: home,
    stdio: ['ignore', 'ignore', file ?? 'pipe'],
    detached: true,
  });
  if (file !== undefined) closeSync(file);
  const server = { child, log: '', exited: false };
  child.stderr?.on('data', (chunk) => (server.log = (server.log + chunk).slice(-4000)));
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
async function stop(server, signal = 'SIGINT') {
  if (server.exited) return;
  server.child.kill(signal);
  const late = setTimeout(() => server.child.kill('SIGKILL'), 10_000);
  await server.end;
  clearTimeout(late);
}

function logFileOf(home) {
  return join(home, 'server.log');
}
