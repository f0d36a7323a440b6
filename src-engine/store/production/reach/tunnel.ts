/**
 * A way through an SSH server: a port on this machine that only this machine reaches, and whose connections come out there.
 * Nothing is sent before the host has shown the key that is expected of it.
 */
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import ssh2, { type Client, type ClientChannel } from 'ssh2';
import type { TunnelTarget } from '../../../connection/target.ts';
import type { Environment } from './own-files.ts';
import { hostKeyTrouble, sshLogin } from './ssh-login.ts';
import { Trouble } from './trouble.ts';
import { brokenWords, forwardWords, loginWords, sshTimeoutWords } from './trouble/network-words.ts';

export interface Tunnel {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Why a connection through it failed last, or the tunnel itself: whoever uses the port sees no more than a closed connection. */
  trouble(): Trouble | undefined;
  /** Also closes what goes through it. May be called again. */
  close(): Promise<void>;
}

export interface TunnelOptions {
  /** Ends the opening; an open tunnel is ended with `close`. */
  readonly signal?: AbortSignal | undefined;
  /** For SSH_AUTH_SOCK; default: that of the process. */
  readonly env?: Environment | undefined;
  /** Milliseconds for the opening; default 10,000. */
  readonly connectTimeout?: number | undefined;
}

interface Destination {
  /** As the SSH server knows it; a folder with a socket when it begins with a slash. */
  readonly host: string;
  readonly port: number;
}

const KEEPALIVE_MS = 10_000;
const MOST_CONNECTIONS = 8;
const GOODBYE_MS = 1_000;

/** Throws a Trouble: `unknown_host_key`, `file`, `cancelled`, or `tunnel`. */
export async function openTunnel(
  through: TunnelTarget,
  to: Destination,
  { signal, env = process.env, connectTimeout = 10_000 }: TunnelOptions = {},
): Promise<Tunnel> {
  const login = await sshLogin(through, env);
  const client = new ssh2.Client();
  const settings = {
    ...login,
    host: through.host,
    port: through.port,
    username: through.user,
    keepaliveInterval: KEEPALIVE_MS,
    keepaliveCountMax: 3,
    readyTimeout: 0,
  };
  await loggedIn(client, through, settings, { signal, connectTimeout });
  const tunnel = new OpenTunnel(client, through, to);
  await tunnel.listen();
  return tunnel;
}

async function loggedIn(
  client: Client,
  through: TunnelTarget,
  settings: ssh2.ConnectConfig,
  { signal, connectTimeout }: { signal: AbortSignal | undefined; connectTimeout: number },
): Promise<void> {
  let fail: (trouble: Trouble) => void = () => {};
  const timer = setTimeout(() => fail(new Trouble(sshTimeoutWords(through))), connectTimeout);
  const stop = () => fail(cancelled());
  signal?.addEventListener('abort', stop);
  let ofKey: Trouble | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      fail = reject;
      if (signal?.aborted) return stop();
      // Stays for good: an error without a listener would end the process.
      client.on('error', (error) => reject(ofKey ?? new Trouble(loginWords(error, through))));
      client.on('close', () => reject(ofKey ?? new Trouble(brokenWords(through))));
      client.on('ready', resolve);
      const hostVerifier = (key: Buffer) => {
        ofKey = hostKeyTrouble(key, through);
        return ofKey === undefined;
      };
      client.connect({ ...settings, hostVerifier });
    });
  } catch (error) {
    client.destroy();
    throw error instanceof Trouble ? error : new Trouble(loginWords(error, through));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function cancelled(): Trouble {
  return new Trouble({
    code: 'cancelled',
    message: 'The opening of the tunnel was called off.',
    hint: 'Connect again when it is needed.',
  });
}

class OpenTunnel implements Tunnel {
  readonly host = '127.0.0.1';
  readonly #client: Client;
  readonly #through: TunnelTarget;
  readonly #to: Destination;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #trouble: Trouble | undefined;
  #isBroken = false;
  #closing: Promise<void> | undefined;

  constructor(client: Client, through: TunnelTarget, to: Destination) {
    this.#client = client;
    this.#through = through;
    this.#to = to;
    this.#server = createServer({ pauseOnConnect: true }, (socket) => this.#accept(socket));
    this.#server.maxConnections = MOST_CONNECTIONS;
    client.once('close', () => this.#broken());
  }

  get port(): number {
    // A closed server has no address any more; nobody listens at port 0.
    const address: string | AddressInfo | null = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async listen(): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        this.#server.once('error', reject);
        this.#server.listen(0, this.host, resolve);
      });
    } catch {
      await this.close();
      throw new Trouble(brokenWords(this.#through));
    }
  }

  trouble(): Trouble | undefined {
    return this.#trouble;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#isBroken) await goodbye(this.#client);
    await gone;
  }

  #broken(): void {
    this.#isBroken = true;
    if (this.#closing !== undefined) return;
    this.#trouble = new Trouble(brokenWords(this.#through));
    void this.close();
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // Its close follows, and is enough.
    socket.on('error', () => {});
    const opened = (error: Error | undefined, channel: ClientChannel) => {
      if (error === undefined) {
        this.#trouble = undefined;
        return join(socket, channel);
      }
      this.#trouble = new Trouble(forwardWords(error, this.#through, this.#to));
      socket.destroy();
    };
    try {
      this.#forward(opened);
    } catch {
      // The client is gone, and its close is on the way.
      socket.destroy();
    }
  }

  #forward(opened: (error: Error | undefined, channel: ClientChannel) => void): void {
    const { host, port } = this.#to;
    if (host.startsWith('/')) this.#client.openssh_forwardOutStreamLocal(`${host}/.s.PGSQL.${port}`, opened);
    else this.#client.forwardOut(this.host, 0, host, port, opened);
  }
}

/** Both ways, until either side ends: then the other does as well. */
function join(socket: Socket, channel: ClientChannel): void {
  channel.on('error', () => socket.destroy());
  // What came last, often why, has yet to be written.
  channel.on('close', () => socket.destroySoon());
  socket.on('close', () => channel.destroy());
  if (socket.destroyed) {
    channel.destroy();
    return;
  }
  channel.pipe(socket);
  socket.pipe(channel);
}

/** Politely, and if the other side does not care, without. */
async function goodbye(client: Client): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      client.destroy();
      resolve();
    }, GOODBYE_MS);
    client.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    client.end();
  });
}
