/** Every way to encrypt, against servers that are the right one, the wrong one, or speak in clear: nothing is trusted that should not be. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectionTarget } from '../../src-engine/connection/target.ts';
import type { Certificates } from './support/certificates.ts';
import { makeCertificates } from './support/certificates.ts';
import { requestOf, startWorkbench } from './support/client.ts';
import { readBackends } from './support/observed.ts';
import { PASSWORDS } from './support/roles.ts';
import type { OwnServer, ServerOptions } from './support/server.ts';
import { describeWithServer, startServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

type Tls = ConnectionTarget['tls'];

describeWithServer('the encryption of the way to a production database', () => {
  const workbench = startWorkbench();
  const { production } = workbench.client;
  let certificates: Certificates;
  let folder: string;
  const servers: { readonly server: OwnServer; readonly database: TestDatabase }[] = [];

  beforeAll(async () => {
    certificates = await makeCertificates();
    folder = await mkdtemp(join(tmpdir(), 'workbench-certificates-'));
    const { ca, otherCa, client } = certificates;
    const files = {
      'ca.crt': ca.cert,
      'other.crt': otherCa.cert,
      'me.crt': client.cert,
      'me.key': client.key,
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });
  afterAll(async () => {
    await workbench.close();
    for (const { server, database } of servers) {
      await database.close();
      await server.remove();
    }
    await rm(folder, { recursive: true });
  });

  const file = (name: string): string => join(folder, name);

  /** A server with Tasker that runs until all tests are over. */
  async function serverWith(options: ServerOptions): Promise<TestDatabase> {
    const server = await startServer({ auth: 'password', ...options });
    const database = await createTaskerDatabase(server);
    servers.push({ server, database });
    return database;
  }

  async function check(database: TestDatabase, tls: Tls, host = '127.0.0.1') {
    const checked = await production.check(requestOf(database.url(), { tls, host }));
    expect(JSON.stringify(checked)).not.toContain(PASSWORDS['viewer']);
    return checked.kind === 'ok'
      ? { encryption: checked.facts.encryption, notes: checked.facts.notes }
      : checked.trouble;
  }

  describe('to a server with a certificate for its name', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      const { server, ca } = certificates;
      database = await serverWith({ tls: { ...server, ca: ca.cert, required: true } });
    });

    test.each(['127.0.0.1', 'localhost'])(
      'verify-full with its CA is verified, by the name %s',
      async (host) => {
        const said = await check(database, { mode: 'verify-full', caFile: file('ca.crt') }, host);
        expect(said).toMatchObject({ encryption: 'verified' });
      },
    );

    test('verify-ca with its CA is verified', async () => {
      expect(await check(database, { mode: 'verify-ca', caFile: file('ca.crt') })).toMatchObject({
        encryption: 'verified',
      });
    });

    test('require is encrypted, and not called verified', async () => {
      expect(await check(database, { mode: 'require' })).toMatchObject({ encryption: 'unverified' });
    });

    test.each<[string, Tls['mode']]>([
      ['another CA', 'verify-full'],
      ['another CA', 'verify-ca'],
      ['another CA', 'require'],
    ])('%s is not trusted with %s', async (_, mode) => {
      expect(await check(database, { mode, caFile: file('other.crt') })).toMatchObject({
        code: 'tls',
        message: expect.stringMatching(/signed by a CA that is not trusted here/),
      });
    });

    test('the CAs of the system do not know it', async () => {
      expect(await check(database, { mode: 'verify-full' })).toMatchObject({
        code: 'tls',
        hint: expect.stringMatching(/file with the certificate of the CA/),
      });
    });

    test('without encryption it lets nobody in, and that is said', async () => {
      expect(await check(database, { mode: 'disable' })).toMatchObject({
        code: 'not_allowed',
        hint: expect.stringMatching(/without encryption.*choose verify-full/),
      });
    });

    test('the session that reads is the one that was verified', async () => {
      const tls: Tls = { mode: 'verify-full', caFile: file('ca.crt') };
      const opened = await production.open({ ...requestOf(database.url(), { tls }), anyway: false });
      if (opened.kind !== 'open') throw new Error(opened.kind);
      await production.stuck({ connection: opened.id });
      const backends = await readBackends(database.db);
      const encrypted = await database.db.query<{ ssl: boolean }>(
        'select ssl from pg_stat_ssl where pid = any($1::integer[])',
        [backends.map(({ pid }) => pid)],
      );
      expect(encrypted).toEqual([{ ssl: true }]);
      await production.close({ connection: opened.id });
    });
  });

  describe('to a server with the certificate of another', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await serverWith({ tls: certificates.wrongName });
    });

    test('verify-full names the name that does not fit', async () => {
      expect(await check(database, { mode: 'verify-full', caFile: file('ca.crt') })).toMatchObject({
        code: 'tls',
        message: expect.stringMatching(/made for another name than 127\.0\.0\.1/),
      });
    });

    test('verify-ca asks for no name', async () => {
      expect(await check(database, { mode: 'verify-ca', caFile: file('ca.crt') })).toMatchObject({
        encryption: 'verified',
      });
    });
  });

  describe('to a server that does not encrypt', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await serverWith({});
    });

    test.each<Tls['mode']>(['verify-full', 'require'])(
      '%s does not fall back to plain text',
      async (mode) => {
        expect(await check(database, { mode })).toMatchObject({
          code: 'tls',
          message: expect.stringMatching(/does not encrypt/),
        });
      },
    );

    test('on this machine that is allowed, and said', async () => {
      expect(await check(database, { mode: 'disable' })).toMatchObject({ encryption: 'none' });
    });
  });

  describe('to a server that wants a certificate', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      const { server, ca } = certificates;
      database = await serverWith({ auth: 'certificate', tls: { ...server, ca: ca.cert } });
    });
    const trusting: Tls = { mode: 'verify-full', caFile: '' };

    test('the one of the role opens the door', async () => {
      const tls = { ...trusting, caFile: file('ca.crt'), certFile: file('me.crt'), keyFile: file('me.key') };
      expect(await check(database, tls)).toMatchObject({ encryption: 'verified' });
    });

    test('none at all is said', async () => {
      expect(await check(database, { ...trusting, caFile: file('ca.crt') })).toMatchObject({
        code: 'tls',
        message: expect.stringMatching(/asks for a certificate of ours/),
      });
    });

    test('the one of another role is said', async () => {
      const tls = { ...trusting, caFile: file('ca.crt'), certFile: file('me.crt'), keyFile: file('me.key') };
      const checked = await production.check(requestOf(database.url('writer'), { tls }));
      expect(checked).toMatchObject({ kind: 'failed', trouble: { code: 'auth' } });
    });
  });
});
