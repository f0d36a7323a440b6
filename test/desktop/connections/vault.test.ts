import { expect, test } from 'vitest';
import { createVault } from '../../../src-main/desktop/connections/vault.ts';
import { olderSystem, system } from './support.ts';

test('what is sealed can be opened, and does not show', async () => {
  const vault = createVault(system(), 'linux');
  const sealed = await vault.seal('hush');
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('hush');
  expect(await vault.open(sealed)).toEqual({ text: 'hush', isStale: false });
});

test('a key that has changed is told', async () => {
  const vault = createVault(system({ isStale: true }), 'linux');
  expect(await vault.open(await vault.seal('hush'))).toEqual({ text: 'hush', isStale: true });
});

test.each([
  ['a keyring', {}, 'linux', true],
  ['no keyring', { backend: 'basic_text' }, 'linux', false],
  ['a keyring that does not answer', { prefix: 'v10' }, 'linux', false],
  ['the same prefix where the key is a secret one', { prefix: 'v10' }, 'darwin', true],
  ['a system that cannot', { isAvailable: false }, 'darwin', false],
])('%s: %o on %s is safe: %s', async (_what, options, platform, isSafe) => {
  expect(await createVault(system(options), platform).canSeal()).toBe(isSafe);
  expect(await createVault(olderSystem(options), platform).canSeal()).toBe(isSafe);
});

test('the older calls do as well', async () => {
  const vault = createVault(olderSystem(), 'linux');
  expect(await vault.open(await vault.seal('hush'))).toEqual({ text: 'hush', isStale: false });
});

test('a system that fails, or has no such calls, is not safe', async () => {
  const failing = {
    isEncryptionAvailable: () => {
      throw new Error('no bus');
    },
  };
  expect(await createVault(failing, 'linux').canSeal()).toBe(false);
  const none = createVault({}, 'linux');
  expect(await none.canSeal()).toBe(false);
  await expect(none.seal('hush')).rejects.toThrow('encrypts nothing');
  await expect(none.open('aHVzaA==')).rejects.toThrow('decrypts nothing');
});

test('what cannot be opened is refused', async () => {
  await expect(createVault(system(), 'linux').open('Z2FyYmFnZQ==')).rejects.toThrow();
  await expect(createVault(olderSystem(), 'linux').open('Z2FyYmFnZQ==')).rejects.toThrow();
});
