/** Names of `pg_service.conf`: what they stand for, taken literally as PostgreSQL does. */
import { describe, expect, test } from 'vitest';
import { expandService, withService } from '../../../../src-engine/store/production/reach/service-file.ts';
import { folderForTests, targetWith } from './folder.ts';

const folder = folderForTests();
const PGSERVICEFILE = folder.write(
  'services.conf',
  `# Databases of the shop
stray=1
[shop]
host=db.example.com
port=5433
dbname=shop
user=viewer
password=a#b;c"d'\\e
sslmode=verify-ca
sslrootcert=/etc/ca.pem
connect_timeout=3

[shop.eu-1]
host=eu.example.com\r
password="quoted"
sslmode=prefer

[true]
user=true
password=null

[several]
host=a.example.com,b.example.com
[port]
port=0
`,
);

test('everything that is understood', async () => {
  expect(await expandService('shop', { PGSERVICEFILE })).toEqual({
    parts: { host: 'db.example.com', port: 5433, database: 'shop', user: 'viewer' },
    tls: { mode: 'verify-ca', caFile: '/etc/ca.pem' },
    password: `a#b;c"d'\\e`,
    notes: ['connect_timeout of the service file is not taken over.'],
  });
});

test('a dot in the name, quotes in the password, a mode that is not kept', async () => {
  expect(await expandService('shop.eu-1', { PGSERVICEFILE })).toEqual({
    parts: { host: 'eu.example.com' },
    tls: {},
    password: '"quoted"',
    notes: ['sslmode=prefer of the service file is not kept here.'],
  });
});

test('words that mean something elsewhere are text', async () => {
  expect(await expandService('true', { PGSERVICEFILE })).toMatchObject({
    parts: { user: 'true' },
    password: 'null',
  });
});

test('looked for in the home folder, then in PGSYSCONFDIR', async () => {
  folder.write('pg_service.conf', '[shared]\nhost=shared.example.com\n');
  const env = { HOME: `${folder.path}/nobody`, PGSYSCONFDIR: folder.path };
  expect((await expandService('shared', env)).parts).toEqual({ host: 'shared.example.com' });
  folder.write('.pg_service.conf', '[own]\nhost=own.example.com\n');
  if (process.platform === 'win32') return;
  expect((await expandService('own', { HOME: folder.path })).parts).toEqual({ host: 'own.example.com' });
});

describe('a target with a service', () => {
  const here = targetWith({ host: 'localhost', tls: { mode: 'disable' } });

  test('what the service says counts, and the rest stays', async () => {
    const target = withService(here, await expandService('shop', { PGSERVICEFILE }));
    expect(target).toEqual({
      ...here,
      host: 'db.example.com',
      port: 5433,
      tls: { mode: 'verify-ca', caFile: '/etc/ca.pem' },
    });
  });

  test('plain text that was meant for this machine stays on it', async () => {
    const elsewhere = withService(here, await expandService('shop.eu-1', { PGSERVICEFILE }));
    expect(elsewhere).toMatchObject({ host: 'eu.example.com', tls: { mode: 'verify-full' } });
    expect(withService(here, await expandService('true', { PGSERVICEFILE })).tls.mode).toBe('disable');
  });
});

describe('trouble', () => {
  test.each([
    ['a name that is not there', 'shops', /no service shops in .*services\.conf/],
    ['a name that every object has', 'constructor', /no service constructor/],
    ['a name that is no section', 'stray', /no service stray/],
    ['several servers', 'several', /several servers/],
    ['no port', 'port', /port that is none: 0/],
  ])('%s', async (_, name, message) => {
    await expect(expandService(name, { PGSERVICEFILE })).rejects.toMatchObject({
      name: 'Trouble',
      code: 'file',
      message: expect.stringMatching(message),
    });
  });

  test('no file at all', async () => {
    await expect(expandService('shop', { PGSERVICEFILE: '/none/here' })).rejects.toThrow(/is not there/);
    await expect(expandService('shop', { HOME: '/none/here' })).rejects.toThrow(/in any service file/);
  });
});
