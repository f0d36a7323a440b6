/**
 * What goes wrong on the way to a production database and with its questions, in words: what, where, and how to mend it. The error
 * behind it is not kept: it may hold a URL or a password, and a Trouble is shown, logged and sent.
 */
import type { ConnectionTarget } from '../../../connection/target.ts';
import { networkWords } from './trouble/network-words.ts';
import { redact } from './trouble/redact.ts';
import { serverWords } from './trouble/server-words.ts';
import { tlsWords } from './trouble/tls-words.ts';
import { type TroubleCode, type TroubleWords, causesOf, whereOf } from './trouble/words.ts';

const WAYS = [tlsWords, serverWords, networkWords];

export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly code: TroubleCode;
  /** What to do about it, a sentence or two. */
  readonly hint: string;

  constructor({ code, message, hint }: TroubleWords) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/**
 * Whatever `pg`, TLS, DNS or a socket threw, as a Trouble; a Trouble comes back as it is.
 * @param secrets What no message may contain, whatever the error says: the password.
 */
export function troubleOf(
  error: unknown,
  target: ConnectionTarget,
  secrets: readonly string[] = [],
): Trouble {
  if (error instanceof Trouble) return error;
  const causes = causesOf(error);
  for (const cause of causes) {
    for (const wordsOf of WAYS) {
      const words = wordsOf(cause, target);
      if (words !== null) return new Trouble(words);
    }
  }
  const said = redact(causes.at(-1)?.message ?? '', secrets);
  return new Trouble({
    code: 'failed',
    message: `${whereOf(target)} answered with an error${said === '' ? '.' : `: ${said}`}`,
    hint: 'The log of the server may tell more.',
  });
}
