/** A way to a server that tests can cut without either side being told, as a network does. */
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

export interface Proxy {
  readonly port: number;
  /** Connections that came since the start. */
  readonly accepted: number;
  /** Connections that are there now. */
  readonly open: number;
  /** From now on nothing goes through; connections stay open, and new ones are accepted. */
  readonly cut: () => void;
  /** Connections that come from now on are accepted and wait; those that are there go on. */
  readonly holdNew: () => void;
  /** Lets everything through again, also what has waited. */
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

interface Link {
  readonly near: Socket;
  readonly far: Socket;
}

/** Forwards a port of 127.0.0.1 to another one. */
export async function startProxy(to: number): Promise<Proxy> {
  const links = new Set<Link>();
  let accepted = 0;
  let isHeld = false;
  const server = createServer({ pauseOnConnect: true }, (near) => {
    accepted += 1;
    const link = { near, far: connect({ host: '127.0.0.1', port: to }) };
    links.add(link);
    join(link, () => links.delete(link));
    if (isHeld) pause(link);
    else resume(link);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    get accepted() {
      return accepted;
    },
    get open() {
      return links.size;
    },
    cut: () => {
      isHeld = true;
      links.forEach(pause);
    },
    holdNew: () => {
      isHeld = true;
    },
    mend: () => {
      isHeld = false;
      links.forEach(resume);
    },
    close: async () => {
      for (const { near, far } of links) {
        near.destroy();
        far.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function join({ near, far }: Link, onEnd: () => void): void {
  near.on('data', (bytes) => far.write(bytes)).on('end', () => far.end());
  far.on('data', (bytes) => near.write(bytes)).on('end', () => near.end());
  // Its close follows.
  near.on('error', () => {}).on('close', () => far.destroy());
  far.on('error', () => {}).on('close', () => near.destroy());
  near.on('close', onEnd);
}

function pause({ near, far }: Link): void {
  near.pause();
  far.pause();
}

function resume({ near, far }: Link): void {
  near.resume();
  far.resume();
}
