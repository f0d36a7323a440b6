import { beforeEach, describe, expect, test } from 'vitest';
import { browserConnections } from '../../../src-renderer/platform/browser/browser-connections.ts';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
};
const connections = browserConnections(storage);
const ORDERS = {
  id: 'a',
  name: 'orders',
  colour: null,
  isProduction: true,
  target: {
    host: 'db',
    port: 5_432,
    database: 'shop',
    user: 'viewer',
    tls: { mode: 'verify-full' },
    statementTimeoutMs: 8_000,
  },
} as const;

beforeEach(() => kept.clear());

describe('connections saved in a browser', () => {
  test('are there again, changed in their place, until they are removed', async () => {
    await connections.save(ORDERS, undefined);
    await connections.save({ ...ORDERS, id: 'b', name: 'bills' }, undefined);
    await connections.save({ ...ORDERS, name: 'orders, live' }, undefined);
    expect((await connections.list()).map(({ name }) => name)).toEqual(['orders, live', 'bills']);
    await connections.remove('a');
    expect((await connections.list()).map(({ id }) => id)).toEqual(['b']);
  });

  test('have no password, and lend none', async () => {
    await connections.save(ORDERS, 's3cret');
    expect([...kept.values()].join('')).not.toContain('s3cret');
    expect(await connections.list()).toEqual([{ ...ORDERS, hasPassword: false }]);
    expect(await connections.lend('a')).toBeNull();
    expect(await connections.canKeepSecrets()).toBe(false);
  });

  test.each(['no JSON', '{}', '[{"id": "a", "name": "half"}, 7]'])(
    'are none where %s is kept',
    async (text) => {
      kept.set('tasker-workbench:connections', text);
      expect(await connections.list()).toEqual([]);
    },
  );
});
