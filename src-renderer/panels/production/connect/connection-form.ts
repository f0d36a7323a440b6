/** The form of a connection as it is filled in: text in every field, made into a target when it is complete. Pure. */
import { parseConnectionUrl } from '../../../../src-engine/connection/connection-url.ts';
import type { ConnectionTarget, TlsMode } from '../../../../src-engine/connection/target.ts';
import { DEFAULT_PORT, DEFAULT_TIMEOUT_MS, isLocal } from '../../../../src-engine/connection/target.ts';
import type { ConnectionToSave, SavedConnection } from '../../../platform/connections.ts';

export interface ConnectionForm {
  readonly name: string;
  readonly colour: string | null;
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  /** Null: nothing was typed, and what is kept stays. */
  readonly password: string | null;
  readonly service: string;
  readonly schema: string;
  readonly timeoutSeconds: string;
  readonly tlsMode: TlsMode;
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
  readonly hasTunnel: boolean;
  readonly tunnelHost: string;
  readonly tunnelPort: string;
  readonly tunnelUser: string;
  readonly tunnelKeyFile: string;
  readonly fingerprint: string;
}

export type FormKey = keyof ConnectionForm;
export type FormProblems = Readonly<Partial<Record<FormKey, string>>>;

const SSH_PORT = 22;

export const NEW_FORM: ConnectionForm = {
  name: '',
  colour: null,
  isProduction: true,
  host: '',
  port: String(DEFAULT_PORT),
  database: '',
  user: '',
  password: null,
  service: '',
  schema: '',
  timeoutSeconds: String(DEFAULT_TIMEOUT_MS / 1_000),
  tlsMode: 'verify-full',
  caFile: '',
  certFile: '',
  keyFile: '',
  hasTunnel: false,
  tunnelHost: '',
  tunnelPort: String(SSH_PORT),
  tunnelUser: '',
  tunnelKeyFile: '',
  fingerprint: '',
};

export function formOf({ name, colour, isProduction, target }: SavedConnection): ConnectionForm {
  const { tunnel } = target;
  return {
    ...NEW_FORM,
    name,
    colour,
    isProduction,
    ...targetFields(target),
    ...(tunnel === undefined
      ? {}
      : {
          hasTunnel: true,
          tunnelHost: tunnel.host,
          tunnelPort: String(tunnel.port),
          tunnelUser: tunnel.user,
          tunnelKeyFile: tunnel.keyFile ?? '',
          fingerprint: tunnel.fingerprint ?? '',
        }),
  };
}

function targetFields(target: ConnectionTarget) {
  const { host, port, database, user, tls, service, schema, statementTimeoutMs } = target;
  return {
    host,
    port: String(port),
    database,
    user,
    service: service ?? '',
    schema: schema ?? '',
    timeoutSeconds: String(statementTimeoutMs / 1_000),
    tlsMode: tls.mode,
    caFile: tls.caFile ?? '',
    certFile: tls.certFile ?? '',
    keyFile: tls.keyFile ?? '',
  };
}

export type Pasted =
  | { readonly kind: 'taken'; readonly form: ConnectionForm; readonly notes: readonly string[] }
  | { readonly kind: 'bad'; readonly message: string; readonly hint: string };

/** Takes over what a URL says. Its password goes into the field of the password and nowhere else; the tunnel stays as it is. */
export function withUrl(form: ConnectionForm, url: string): Pasted {
  const parsed = parseConnectionUrl(url);
  if (parsed.kind === 'bad') return parsed;
  const { target, password, notes } = parsed;
  const { schema: _schema, timeoutSeconds: _timeout, ...fields } = targetFields(target);
  const taken = { ...form, ...fields, password: password ?? form.password };
  const name = form.name.trim() === '' ? `${target.database} on ${target.host}` : form.name;
  const said = password === null ? notes : ['The password is in its own field now.', ...notes];
  return { kind: 'taken', form: { ...taken, name }, notes: said };
}

/** What is not right yet, by field. */
export function problemsOf(form: ConnectionForm): FormProblems {
  return {
    ...missing(form, ['host', 'database', 'user', 'name']),
    ...(isPort(form.port) ? {} : { port: 'A number from 1 to 65535.' }),
    ...(isTimeout(form.timeoutSeconds) ? {} : { timeoutSeconds: 'From 0.5 to 120 seconds.' }),
    ...certificateProblems(form),
    ...(form.hasTunnel ? tunnelProblems(form) : {}),
    ...(form.tlsMode === 'disable' && form.host.trim() !== '' && !isLocal(targetOf(form))
      ? { tlsMode: 'Without encryption only this machine can be reached, or a host through a tunnel.' }
      : {}),
  };
}

const NAMES = {
  host: 'The host',
  database: 'The database',
  user: 'The user',
  name: 'A name',
  tunnelHost: 'The host',
  tunnelUser: 'The user',
} as const;

function missing(form: ConnectionForm, keys: readonly (keyof typeof NAMES)[]): FormProblems {
  return Object.fromEntries(
    keys.filter((key) => form[key].trim() === '').map((key) => [key, `${NAMES[key]} is missing.`]),
  );
}

function tunnelProblems(form: ConnectionForm): FormProblems {
  return {
    ...missing(form, ['tunnelHost', 'tunnelUser']),
    ...(isPort(form.tunnelPort) ? {} : { tunnelPort: 'A number from 1 to 65535.' }),
    ...(form.fingerprint.trim() === '' || form.fingerprint.trim().startsWith('SHA256:')
      ? {}
      : { fingerprint: 'It begins with SHA256:, as ssh-keygen -lf prints it.' }),
  };
}

/** One of the two is of no use. */
function certificateProblems({ certFile, keyFile }: ConnectionForm): FormProblems {
  const [hasCertificate, hasKey] = [certFile.trim() !== '', keyFile.trim() !== ''];
  if (hasCertificate && !hasKey) return { keyFile: 'The key of the certificate is missing.' };
  return hasKey && !hasCertificate ? { certFile: 'The certificate of the key is missing.' } : {};
}

function isPort(text: string): boolean {
  const port = Number(text);
  return text.trim() !== '' && Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function isTimeout(text: string): boolean {
  const seconds = Number(text);
  return text.trim() !== '' && seconds >= 0.5 && seconds <= 120;
}

/** Of a form without problems. */
export function targetOf(form: ConnectionForm): ConnectionTarget {
  return {
    host: form.host.trim(),
    port: Number(form.port),
    database: form.database.trim(),
    user: form.user.trim(),
    tls: {
      mode: form.tlsMode,
      ...filled('caFile', form.caFile),
      ...filled('certFile', form.certFile),
      ...filled('keyFile', form.keyFile),
    },
    ...filled('service', form.service),
    ...filled('schema', form.schema),
    statementTimeoutMs: Math.round(Number(form.timeoutSeconds) * 1_000),
    ...(form.hasTunnel ? { tunnel: tunnelOf(form) } : {}),
  };
}

function tunnelOf(form: ConnectionForm): NonNullable<ConnectionTarget['tunnel']> {
  return {
    host: form.tunnelHost.trim(),
    port: Number(form.tunnelPort),
    user: form.tunnelUser.trim(),
    ...filled('keyFile', form.tunnelKeyFile),
    ...filled('fingerprint', form.fingerprint),
  };
}

function filled<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  const trimmed = text.trim();
  return (trimmed === '' ? {} : { [key]: trimmed }) as Partial<Record<Key, string>>;
}

export function connectionOf(form: ConnectionForm, id: string): ConnectionToSave {
  const { colour, isProduction } = form;
  return { id, name: form.name.trim(), colour, isProduction, target: targetOf(form) };
}

/** Of an SSH host whose key is not known yet: it is told in the words of the failure. */
export function offeredFingerprint(words: string): string | null {
  return /SHA256:[A-Za-z0-9+/]+=*/.exec(words)?.[0] ?? null;
}
