/**
 * What the way to the server has to say: names, ports, timeouts, connections that broke; and the same of an SSH server before it,
 * which is always trouble `tunnel`, as nobody came to the database yet.
 */
import type { ConnectionTarget, TunnelTarget } from '../../../../connection/target.ts';
import { type Cause, type TroubleWords, addressOf, causesOf, isSqlState, whereOf } from './words.ts';

const UNKNOWN_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NONAME', 'EAI_NODATA', 'EAI_FAIL']);
const UNREACHABLE = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'ECONNRESET',
  'ECONNABORTED',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
]);
const TIMEOUT = /\btimeout expired\b|\bconnection timeout\b|\btimed out\b/i;
const LOST =
  /^connection terminated|\bconnection ended\b|\bconnection error and is not queryable\b|^client was closed/i;

/** Reasons for which a channel is refused, as RFC 4254 numbers them. */
const PROHIBITED = 1;
const CONNECT_FAILED = 2;

export function networkWords(cause: Cause, target: ConnectionTarget): TroubleWords | null {
  const { code, name, message } = cause;
  // An error of a statement may hold any text.
  if (isSqlState(code)) return null;
  if (UNKNOWN_NAME.has(code)) return unknownName(target.host);
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return refused(target);
  if (UNREACHABLE.has(code)) return unreachable(target);
  if (code === 'ETIMEDOUT' || code === 'ERR_SOCKET_CONNECTION_TIMEOUT' || name === 'TimeoutError')
    return timeout(target);
  if (name === 'AbortError' || code === 'ABORT_ERR') return cancelled();
  if (message === 'Query read timeout') return slow(target);
  if (TIMEOUT.test(message)) return timeout(target);
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || LOST.test(message)) return lost(target);
  return null;
}

function unknownName(host: string): TroubleWords {
  return {
    code: 'dns',
    message: `The name ${host} is not known here.`,
    hint: 'Check how it is written, and whether a VPN has to be on.',
  };
}

function refused(target: ConnectionTarget): TroubleWords {
  if (target.host.startsWith('/')) {
    return {
      code: 'refused',
      message: `No PostgreSQL listens at the socket for port ${target.port} in ${target.host}.`,
      hint: 'Check that it runs on this machine, and its unix_socket_directories.',
    };
  }
  return {
    code: 'refused',
    message: `Nothing listens at ${addressOf(target)}.`,
    hint: 'Check host and port, that PostgreSQL runs there, and its listen_addresses.',
  };
}

function unreachable(target: ConnectionTarget): TroubleWords {
  return {
    code: 'unreachable',
    message: `The way to ${addressOf(target)} is closed, or the connection was cut.`,
    hint: 'Check network, VPN and firewall; a database in a private network may need an SSH tunnel.',
  };
}

function timeout(target: ConnectionTarget): TroubleWords {
  return {
    code: 'timeout',
    message: `${addressOf(target)} did not answer in time.`,
    hint: 'A firewall that drops packets looks like this: check network, VPN and security group.',
  };
}

function slow(target: ConnectionTarget): TroubleWords {
  return {
    code: 'slow',
    message: `${whereOf(target)} did not answer the question in time.`,
    hint: 'Ask for less, raise the time limit, or read from a standby.',
  };
}

function cancelled(): TroubleWords {
  return { code: 'cancelled', message: 'The question was called off.', hint: 'Ask again when it is needed.' };
}

export function lost(target: ConnectionTarget): TroubleWords {
  return {
    code: 'lost',
    message: `The connection to ${whereOf(target)} was lost.`,
    hint: 'Connect again; if it is lost every time, something between here and the server ends it.',
  };
}

/** Why nobody was let in. */
export function loginWords(error: unknown, through: TunnelTarget): TroubleWords {
  const level = error instanceof Error && 'level' in error ? String(error.level) : '';
  if (level === 'client-authentication') return notLetIn(through);
  if (level === 'agent') return agentFailed(through);
  const codes = causesOf(error).map(({ code }) => code);
  const has = (...names: string[]) => codes.some((code) => names.includes(code));
  if (has('ENOTFOUND', 'EAI_AGAIN')) return { ...unknownName(through.host), code: 'tunnel' };
  if (has('ECONNREFUSED')) {
    return words(`No SSH server listens at ${addressOf(through)}.`, 'Check host and port; 22 as a rule.');
  }
  if (has('ETIMEDOUT') || level === 'client-timeout') return sshTimeoutWords(through);
  if (has('EHOSTUNREACH', 'ENETUNREACH')) {
    return words(
      `The way to the SSH server ${addressOf(through)} is closed.`,
      'Check network, VPN and firewall.',
    );
  }
  return words(
    `With ${addressOf(through)} no SSH connection came about.`,
    'Check that it is an SSH server, and that `ssh` itself gets in.',
  );
}

export function sshTimeoutWords(through: TunnelTarget): TroubleWords {
  return words(
    `The SSH server ${addressOf(through)} did not answer in time.`,
    'Check network, VPN and firewall; an agent that asks before it signs has to be answered.',
  );
}

export function brokenWords(through: TunnelTarget): TroubleWords {
  return words(`The tunnel through ${addressOf(through)} broke.`, 'Connect again.');
}

/** The server is there, and does not go on to the database. */
export function forwardWords(
  error: Error,
  through: TunnelTarget,
  to: { readonly host: string; readonly port: number },
): TroubleWords {
  const reason = 'reason' in error ? error.reason : undefined;
  if (reason === PROHIBITED) {
    return words(
      `The SSH server ${addressOf(through)} does not forward to ${addressOf(to)}.`,
      'Its AllowTcpForwarding and PermitOpen, or the entry of the key there, forbid it.',
    );
  }
  if (reason === CONNECT_FAILED) {
    return words(
      `The SSH server ${addressOf(through)} does not reach ${addressOf(to)}.`,
      'Host and port of the database are those that the SSH server knows: localhost is its own.',
    );
  }
  return words(
    `Through ${addressOf(through)} no way to ${addressOf(to)} was opened.`,
    'Its log may tell why.',
  );
}

function notLetIn(through: TunnelTarget): TroubleWords {
  const withWhat = through.keyFile === undefined ? 'the keys of the SSH agent' : `the key ${through.keyFile}`;
  return words(
    `${through.user} was not let in at ${addressOf(through)} with ${withWhat}.`,
    'Check the user, and that the public key is in authorized_keys there; ssh-add -l lists what the agent has.',
  );
}

function agentFailed(through: TunnelTarget): TroubleWords {
  return words(
    `The SSH agent could not be asked for a key for ${addressOf(through)}.`,
    'Check that it runs and SSH_AUTH_SOCK is its socket, or name a key file.',
  );
}

function words(message: string, hint: string): TroubleWords {
  return { code: 'tunnel', message, hint };
}
