import { expect, test } from 'vitest';
import type { Calls, Notices } from '../../../src-main/desktop/ipc/channels.ts';
import { CALLS, NOTICES } from '../../../src-main/desktop/ipc/channels.ts';
import { channelName } from '../../../src-main/desktop/ipc/channel-name.ts';
import { receiveCalls, receiveNotices } from '../../../src-main/desktop/ipc/receive.ts';
import type { MessageEvent, Receiver } from '../../../src-main/desktop/ipc/receive.ts';

type Listener = (event: MessageEvent, ...args: unknown[]) => unknown;

const PAGE: MessageEvent = { senderFrame: { origin: 'app://bundle', parent: null } };

const STRANGERS: readonly (readonly [string, MessageEvent])[] = [
  ['a frame that is gone', { senderFrame: null }],
  ['a frame inside the page', { senderFrame: { origin: 'app://bundle', parent: {} } }],
  ['another page', { senderFrame: { origin: 'https://example.com', parent: null } }],
  ['a page without an origin', { senderFrame: { origin: 'null', parent: null } }],
  ['a page with a similar name', { senderFrame: { origin: 'app://bundle.example', parent: null } }],
];

const TARGET = {
  host: 'db.example.com',
  port: 5_432,
  database: 'shop',
  user: 'viewer',
  tls: { mode: 'verify-full' },
  statementTimeoutMs: 8_000,
};
const CONNECTION = { id: 'one', name: 'Shop', colour: null, isProduction: true, target: TARGET };

/** Answers to every name with what it was called with. */
function recorder(heard: unknown[][], fails = false): Calls & Notices {
  return new Proxy({} as Calls & Notices, {
    get:
      (_target, name) =>
      async (...args: unknown[]) => {
        heard.push([name, ...args]);
        if (fails) throw new Error('ENOENT: /home/anna/order.yaml');
        return 'answer';
      },
  });
}

function setting(fails = false) {
  const listeners = new Map<string, Listener>();
  const add = (channel: string, listener: Listener): void => void listeners.set(channel, listener);
  const receiver: Receiver = { handle: add, on: add };
  const heard: unknown[][] = [];
  const reports: string[] = [];
  const door = {
    origins: new Set(['app://bundle']),
    report: (message: string) => void reports.push(message),
  };
  receiveCalls(receiver, door, recorder(heard, fails));
  receiveNotices(receiver, door, recorder(heard));
  const send = (name: string, event: MessageEvent, ...args: unknown[]): unknown =>
    listeners.get(`desktop:${name}`)?.(event, ...args);
  return { listeners, heard, reports, send };
}

test('there is a listener for each name of the list, and no other', () => {
  const names = [...Object.keys(CALLS), ...Object.keys(NOTICES)].map((name) => `desktop:${name}`);
  expect([...setting().listeners.keys()].toSorted()).toEqual(names.toSorted());
  expect(channelName('openFile')).toBe('desktop:openFile');
});

test('a call of the page is answered', async () => {
  const { heard, send } = setting();
  expect(await send('saveFile', PAGE, 'id', 'text', null)).toBe('answer');
  expect(heard).toEqual([['saveFile', 'id', 'text', null]]);
});

test.each(STRANGERS)('%s is refused on every channel', async (_who, event) => {
  const { heard, send } = setting();
  for (const name of Object.keys(CALLS)) await expect(send(name, event)).rejects.toThrow('not from the page');
  for (const name of Object.keys(NOTICES)) send(name, event);
  expect(heard).toEqual([]);
});

test.each<[string, readonly unknown[]]>([
  ['openFileById', []],
  ['openFileById', [7]],
  ['openFileById', ['']],
  ['openFileById', ['x'.repeat(65)]],
  ['openFile', ['/etc/passwd']],
  ['openDroppedPath', ['']],
  ['saveFile', ['id', 'text']],
  ['saveFile', ['id', 'x'.repeat(8_000_001), null]],
  ['saveFileAs', ['', 'text']],
  ['keepDraft', [{ key: 'k' }]],
  ['dropDraft', [{}]],
  ['listConnections', ['all']],
  ['saveConnection', [CONNECTION]],
  ['saveConnection', [{ ...CONNECTION, password: 'hush' }, null]],
  ['saveConnection', [{ ...CONNECTION, hasPassword: true }, null]],
  ['saveConnection', [{ ...CONNECTION, id: '' }, null]],
  ['saveConnection', [{ ...CONNECTION, target: { ...TARGET, port: 0 } }, null]],
  ['saveConnection', [CONNECTION, 7]],
  ['saveConnection', [CONNECTION, 'x'.repeat(10_001)]],
  ['saveConnection', [CONNECTION, 'hush', 'more']],
  ['removeConnection', [null]],
  ['lendSecret', ['x'.repeat(65)]],
])('%s with %o is refused', async (name, args) => {
  const { heard, send } = setting();
  await expect(send(name, PAGE, ...args)).rejects.toThrow('arguments do not fit');
  expect(heard).toEqual([]);
});

test.each([['hush'], [null], [undefined]])('a connection is saved with the password %o', async (password) => {
  const { heard, send } = setting();
  await send('saveConnection', PAGE, CONNECTION, password);
  expect(heard).toEqual([['saveConnection', CONNECTION, password]]);
});

test('a password inside of a target is left out', async () => {
  const { heard, send } = setting();
  await send('saveConnection', PAGE, { ...CONNECTION, target: { ...TARGET, password: 'hush' } }, null);
  expect(heard).toEqual([['saveConnection', CONNECTION, null]]);
});

test.each<[string, readonly unknown[]]>([
  ['setDocument', [{ name: 'x', isDirty: 'yes' }]],
  ['setDocument', [{ name: 'x', isDirty: true, path: '/x' }]],
  ['closed', []],
  ['setEnabledCommands', [['file.explode']]],
  ['setTheme', ['pink']],
  ['connectEngine', ['now']],
])('the notice %s with %o is dropped and reported', (name, args) => {
  const { heard, reports, send } = setting();
  send(name, PAGE, ...args);
  expect(heard).toEqual([]);
  expect(reports).toHaveLength(1);
});

test('the page is told that something failed, not how', async () => {
  const { reports, send } = setting(true);
  await expect(send('openFile', PAGE)).rejects.toThrow(/^openFile failed\.$/);
  expect(reports).toEqual(['openFile failed']);
});
