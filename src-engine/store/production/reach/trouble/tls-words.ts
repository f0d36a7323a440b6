/** What the encryption has to say: whom it does not trust and why, and servers that do not speak it. */
import type { ConnectionTarget } from '../../../../connection/target.ts';
import { type Cause, type TroubleWords, addressOf } from './words.ts';

const BY_CODE: Readonly<Record<string, (target: ConnectionTarget) => Saying>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
  CERT_UNTRUSTED: unknownIssuer,
  INVALID_CA: unknownIssuer,
  CERT_SIGNATURE_FAILURE: unknownIssuer,
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: notYetValid,
  CERT_REVOKED: revoked,
  ERR_TLS_CERT_ALTNAME_INVALID: otherName,
  HOSTNAME_MISMATCH: otherName,
};

type Saying = readonly [message: string, hint: string];

export function tlsWords({ code, message }: Cause, target: ConnectionTarget): TroubleWords | null {
  const said = (Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : byText(code, message))?.(target);
  return said === undefined ? null : { code: 'tls', message: said[0], hint: said[1] };
}

function byText(code: string, message: string) {
  if (message === 'The server does not support SSL connections') return noTls;
  if (message === 'There was an error establishing an SSL connection') return noPostgres;
  if (/before secure TLS connection was established/.test(message)) return brokenOff;
  if (CERTIFICATE.test(code) || (code === '28000' && CERTIFICATE.test(message))) return clientCertificate;
  if (/^ERR_(?:SSL|TLS|OSSL)_|^EPROTO$/.test(code)) return otherTls;
  return undefined;
}

/** As an alert of TLS, and as PostgreSQL says it. */
const CERTIFICATE = /certificate_required|alert_unknown_ca|valid client certificate/i;
const OF_CA = 'Enter the file with the certificate of the CA (many providers offer it for download)';

function selfSigned(target: ConnectionTarget): Saying {
  return [
    `The certificate of ${addressOf(target)} is signed by nobody but itself.`,
    `${OF_CA}, or that certificate itself once you have compared it.`,
  ];
}

function unknownIssuer(target: ConnectionTarget): Saying {
  return [`The certificate of ${addressOf(target)} is signed by a CA that is not trusted here.`, `${OF_CA}.`];
}

function expired(target: ConnectionTarget): Saying {
  return [
    `The certificate of ${addressOf(target)} has expired.`,
    'It has to be renewed on the server; check the clock of this machine as well.',
  ];
}

function notYetValid(target: ConnectionTarget): Saying {
  return [`The certificate of ${addressOf(target)} is not valid yet.`, 'Check the clock of this machine.'];
}

function revoked(target: ConnectionTarget): Saying {
  return [
    `The certificate of ${addressOf(target)} was revoked.`,
    'Ask who runs the server, and do not connect.',
  ];
}

function otherName(target: ConnectionTarget): Saying {
  return [
    `The certificate of ${addressOf(target)} was made for another name than ${target.host}.`,
    'Use the name that is in the certificate. If the server is known by no such name, verify-ca checks the CA alone.',
  ];
}

function noTls(target: ConnectionTarget): Saying {
  return [
    `The server at ${addressOf(target)} does not encrypt.`,
    'Turn ssl on in its postgresql.conf, or go there through an SSH tunnel and turn TLS off.',
  ];
}

function noPostgres(target: ConnectionTarget): Saying {
  return [
    `What listens at ${addressOf(target)} did not answer as PostgreSQL does.`,
    'Check the port: 5432 as a rule, 6432 for PgBouncer.',
  ];
}

function brokenOff(target: ConnectionTarget): Saying {
  return [
    `The server at ${addressOf(target)} broke off while the encryption was being set up.`,
    'Its log tells why; something between here and the server may do this as well.',
  ];
}

function clientCertificate(target: ConnectionTarget): Saying {
  return [
    `The server at ${addressOf(target)} asks for a certificate of ours, and got none that it knows.`,
    'Enter the files of the client certificate and its key.',
  ];
}

function otherTls(target: ConnectionTarget): Saying {
  return [
    `No encryption could be agreed on with ${addressOf(target)}.`,
    'It may be too old (TLS 1.2 is the least), or speak something else than PostgreSQL.',
  ];
}
