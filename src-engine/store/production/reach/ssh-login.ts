/** How to log in at the SSH server a tunnel begins at, and how to know that it is the one. */
import { createHash } from 'node:crypto';
import ssh2 from 'ssh2';
import type { TunnelTarget } from '../../../connection/target.ts';
import { type Environment, fileTrouble, readOwnFile } from './own-files.ts';
import { Trouble } from './trouble.ts';
import { addressOf } from './trouble/words.ts';

const WHAT = 'SSH key';

/** The key file when one is named, else the agent; nothing else is tried, and no password. */
export async function sshLogin(
  through: TunnelTarget,
  env: Environment,
): Promise<{ readonly privateKey: string } | { readonly agent: string }> {
  if (through.keyFile !== undefined) return { privateKey: await keyOf(through.keyFile) };
  const agent = env.SSH_AUTH_SOCK || (process.platform === 'win32' ? WINDOWS_AGENT : undefined);
  if (agent !== undefined) return { agent };
  throw new Trouble({
    code: 'tunnel',
    message: `No SSH agent is running, and no key file is named for ${addressOf(through)}.`,
    hint: 'Name the file of the key, or start an agent (SSH_AUTH_SOCK) and add the key to it with ssh-add.',
  });
}

const WINDOWS_AGENT = String.raw`\\.\pipe\openssh-ssh-agent`;

async function keyOf(path: string): Promise<string> {
  const text = await readOwnFile(path, WHAT);
  const parsed = ssh2.utils.parseKey(text);
  if (parsed instanceof Error) {
    if (/encrypted/i.test(parsed.message)) {
      const hint = 'Add it to the SSH agent with ssh-add, and name no key file.';
      throw fileTrouble(path, WHAT, 'is locked with a passphrase, which cannot be asked for here', hint);
    }
    const hint = 'The private one is meant, as ssh-keygen makes it, not the .pub beside it.';
    throw fileTrouble(path, WHAT, 'holds no key', hint);
  }
  if (!parsed.isPrivateKey())
    throw fileTrouble(path, WHAT, 'is a public key', 'The private one is meant, without .pub.');
  return text;
}

/** `SHA256:…` as `ssh-keygen -lf` prints it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** Undefined: it is the host that is expected. The expected one may be a whole line of `ssh-keygen -lf`. */
export function hostKeyTrouble(key: Buffer, through: TunnelTarget): Trouble | undefined {
  const offered = fingerprintOf(key);
  const expected = through.fingerprint?.match(/(?:SHA256:)?([A-Za-z0-9+/]{43})(?![A-Za-z0-9+/])/)?.[1];
  if (expected !== undefined && offered === `SHA256:${expected}`) return undefined;
  const kind = kindOf(key);
  const where = addressOf(through);
  const told = through.fingerprint
    ? `The SSH server ${where} has another key than the one that is expected of it. It offers`
    : `It is not known yet whether the SSH server ${where} is the right one. It offers`;
  const warning = through.fingerprint ? ' If nobody changed it, somebody may be in between.' : '';
  return new Trouble({
    code: 'unknown_host_key',
    message: `${told} ${offered} (${kind}).`,
    hint: `Compare it with \`ssh-keygen -lf /etc/ssh/ssh_host_${fileWord(kind)}_key.pub\` on the server, and enter it if they are equal.${warning}`,
  });
}

/** A key begins with the length of its kind, and its kind: `ssh-ed25519`. */
function kindOf(key: Buffer): string {
  const kind = key.subarray(4, 4 + Math.min(key.readUInt32BE(0), 60)).toString('latin1');
  return kind.replaceAll(/[^\w.@-]/g, '?');
}

function fileWord(kind: string): string {
  return /ed25519|ecdsa|rsa/.exec(kind)?.[0] ?? '*';
}
