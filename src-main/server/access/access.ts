/**
 * Who may talk to the server: pure decisions about headers and tokens.
 * Host is checked against DNS rebinding (a foreign name that was made to point at 127.0.0.1), Origin against pages of
 * other sites that open a WebSocket here, the token against other users of this machine.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const NAMES = ['127.0.0.1', 'localhost'];
const HTTP_PORT = 80;

/** 256 bits, in letters that need no escaping in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a Host header names us at one of these ports. */
export function isOwnHost(host: string | undefined, ports: readonly number[]): host is string {
  if (host === undefined) return false;
  const given = host.toLowerCase();
  return NAMES.some((name) =>
    ports.some((port) => given === `${name}:${port}` || (port === HTTP_PORT && given === name)),
  );
}

/** Whether an Origin header is that of the page which came from this very host. */
export function isOwnOrigin(origin: string | undefined, host: string): boolean {
  return origin?.toLowerCase() === `http://${host.toLowerCase()}`;
}

/** Compares in constant time; the sums make both sides equally long. */
export function isToken(given: string, token: string): boolean {
  return timingSafeEqual(sum(given), sum(token));
}

export function isClientId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

function sum(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
