/** What PostgreSQL itself has to say, by SQLSTATE; and what `pg` says while it proves the password. */
import type { ConnectionTarget } from '../../../../connection/target.ts';
import { lost } from './network-words.ts';
import { type Cause, type TroubleWords, isSqlState, whereOf } from './words.ts';

/**
 * Of the server's text only what stays the same in every language is looked at, except where two cases share a code: those the
 * brief English phrases tell apart, and in another language the second is assumed.
 */
export function serverWords({ code, message }: Cause, target: ConnectionTarget): TroubleWords | null {
  if (code === '' && message.startsWith('SASL:')) return proof(message, target);
  if (!isSqlState(code)) return null;
  switch (code) {
    case '28P01':
      return password(target);
    case '28000':
      return refusedLogin(message, target);
    case '3D000':
    case '57P04':
      return noDatabase(target);
    case '53300':
      return tooMany(target);
    case '42501':
      return notAllowed(target);
    case '57014':
      return message.includes('statement timeout') ? slow(target) : cancelled(target);
    case '55P03':
      return locked(target);
    case '57P03':
      return notReady(target);
    case '08P01':
      return message.includes('unsupported startup parameter') ? pooler(target) : lost(target);
    default:
      // 57P01 and 57P02: ended from outside; 57P05 and 25P03: idle for too long.
      return /^(?:08|57P|25P03)/.test(code) ? lost(target) : null;
  }
}

function password(target: ConnectionTarget): TroubleWords {
  return {
    code: 'auth',
    message: `${whereOf(target)}: the password was not accepted.`,
    hint: 'Enter it again. Without one, PGPASSWORD and the password file are asked.',
  };
}

/** `pg` cannot go on without a password, or the server cannot show that it knows it. */
function proof(message: string, target: ConnectionTarget): TroubleWords {
  if (/password must be/.test(message)) {
    return {
      code: 'auth',
      message: `${whereOf(target)} asks for a password, and none was found.`,
      hint: 'Enter it, or put it into the password file (~/.pgpass).',
    };
  }
  if (/Only mechanism|requires a certificate/.test(message)) {
    return {
      code: 'auth',
      message: `${whereOf(target)} asks for a way to log in that is not known here.`,
      hint: 'A password by scram-sha-256 or md5, a client certificate, and trust are known.',
    };
  }
  return {
    code: 'auth',
    message: `${whereOf(target)} could not prove that it knows the password itself.`,
    hint: 'It may be another server than it says, or one in between: do not go on before that is clear.',
  };
}

function refusedLogin(message: string, target: ConnectionTarget): TroubleWords {
  if (message.includes('pg_hba.conf')) {
    const isPlain = /no encryption|SSL off/i.test(message);
    return {
      code: 'not_allowed',
      message: `${whereOf(target)}: the server lets nobody in from here this way.`,
      hint: isPlain
        ? 'It was asked without encryption, and its pg_hba.conf may demand it: choose verify-full. Else an entry is missing.'
        : 'Its pg_hba.conf needs an entry for this user, database and address.',
    };
  }
  if (message.includes('not permitted to log in')) {
    return {
      code: 'not_allowed',
      message: `${whereOf(target)}: this role may not log in.`,
      hint: 'Use a role with LOGIN.',
    };
  }
  return {
    code: 'auth',
    message: `${whereOf(target)}: this user was not let in.`,
    hint: 'Check the name of the user, and its client certificate if it has one.',
  };
}

function noDatabase(target: ConnectionTarget): TroubleWords {
  return {
    code: 'no_database',
    message: `There is no database ${target.database} at ${target.host}.`,
    hint: 'Check its name; capitals count.',
  };
}

function tooMany(target: ConnectionTarget): TroubleWords {
  return {
    code: 'too_many',
    message: `${whereOf(target)}: the server has no connection left.`,
    hint: 'Wait, or close some. This needs one or two; a role of its own can have them reserved.',
  };
}

function notAllowed(target: ConnectionTarget): TroubleWords {
  return {
    code: 'not_allowed',
    message: `${whereOf(target)}: this role may not read all that is needed.`,
    hint: "Grant it USAGE on the schema and SELECT on Tasker's tables.",
  };
}

function slow(target: ConnectionTarget): TroubleWords {
  return {
    code: 'slow',
    message: `${whereOf(target)}: the question took longer than it may, and was stopped there.`,
    hint: 'Ask for less, raise the time limit, or read from a standby.',
  };
}

function cancelled(target: ConnectionTarget): TroubleWords {
  return {
    code: 'cancelled',
    message: `${whereOf(target)}: the question was called off.`,
    hint: 'Ask again when it is needed.',
  };
}

function locked(target: ConnectionTarget): TroubleWords {
  return {
    code: 'locked',
    message: `${whereOf(target)}: somebody holds a lock on what was asked for, and it was not waited for.`,
    hint: 'A migration does this. Try again when it is over.',
  };
}

function notReady(target: ConnectionTarget): TroubleWords {
  return {
    code: 'lost',
    message: `${whereOf(target)} takes no connections now: it starts, stops, or catches up.`,
    hint: 'Try again in a moment.',
  };
}

/** Its way out, ignoring the parameters, would take away what keeps the session from writing. */
function pooler(target: ConnectionTarget): TroubleWords {
  return {
    code: 'not_allowed',
    message: `${whereOf(target)} is a pooler that refuses the settings which keep this session from writing.`,
    hint: 'Connect to PostgreSQL itself, as a rule at port 5432.',
  };
}
