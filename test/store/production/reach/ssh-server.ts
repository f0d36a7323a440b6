/** A small SSH server in this process that lets one key in and forwards; and what it can forward to. */
import { hash } from 'node:crypto';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import ssh2 from 'ssh2';

export interface SshServer {
  readonly port: number;
  /** As `ssh-keygen -lf` prints it. */
  readonly fingerprint: string;
  /** Cuts every connection. */
  cut(): void;
  close(): Promise<void>;
}

export const HOST_KEY = keyPair();
export const CLIENT_KEY = keyPair();
export const STRANGER_KEY = keyPair();

export async function startSshServer({ forwards = true } = {}): Promise<SshServer> {
  const known = parsed(CLIENT_KEY.public);
  const sockets = new Set<Socket>();
  const ssh = new ssh2.Server({ hostKeys: [HOST_KEY.private] }, (client) => {
    client.on('error', () => {});
    client.on('authentication', (context) => {
      const isKnown =
        context.method === 'publickey' &&
        context.username === 'me' &&
        context.key.data.equals(known.getPublicSSH()) &&
        (context.signature === undefined ||
          context.blob === undefined ||
          known.verify(context.blob, context.signature, context.hashAlgo));
      if (isKnown) context.accept();
      else context.reject(['publickey']);
    });
    client.on('tcpip', (accept, reject, { destIP, destPort }) => {
      if (!forwards) return reject();
      const socket = connect(destPort, destIP);
      socket.on('error', () => reject());
      socket.on('connect', () => {
        const channel = accept();
        channel.on('error', () => {});
        channel.pipe(socket).pipe(channel);
      });
    });
  });
  // Of the server itself, so that a connection can be cut without a word.
  const front = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    ssh.injectSocket(socket);
  });
  return {
    port: await listening(front),
    fingerprint: `SHA256:${hash('sha256', parsed(HOST_KEY.public).getPublicSSH(), 'base64').replace('=', '')}`,
    cut: () => sockets.forEach((socket) => socket.destroy()),
    close: () => closed(front, sockets),
  };
}

/** Says back what it hears; without `speaks`, it only listens. `farewell` is all it says, and then it hangs up. */
export async function startEcho({ speaks = true, farewell }: { speaks?: boolean; farewell?: Buffer } = {}) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (farewell !== undefined) socket.end(farewell);
    else if (speaks) socket.pipe(socket);
    else socket.resume();
  });
  return { port: await listening(server), sockets, close: () => closed(server, sockets) };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** An agent at a socket of that path, which has the key of the client. */
export async function startAgent(path: string) {
  const key = parsed(CLIENT_KEY.private);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const agent = new ssh2.AgentProtocol(false);
    agent.on('identities', (request) => agent.getIdentitiesReply(request, [key]));
    agent.on('sign', (request, _, data) => agent.signReply(request, key.sign(data)));
    socket.pipe(agent).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return { close: () => closed(server, sockets) };
}

/** One in some hundred that the package makes lacks a byte: a zero at the beginning. */
function keyPair(): { readonly public: string; readonly private: string } {
  const pair = ssh2.utils.generateKeyPairSync('ed25519');
  return ssh2.utils.parseKey(pair.private) instanceof Error ? keyPair() : pair;
}

function parsed(text: string): ssh2.ParsedKey {
  const key = ssh2.utils.parseKey(text);
  if (key instanceof Error) throw key;
  return key;
}
