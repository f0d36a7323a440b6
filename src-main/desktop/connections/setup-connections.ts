/** Saved connections with the vault of this system. */
import { safeStorage } from 'electron';
import type { LentPassword } from '../../engine/lent-secrets.ts';
import type { Report } from '../boot/failure-log.ts';
import type { Storage } from '../boot/storage.ts';
import { createConnectionDesk } from './connection-desk.ts';
import type { ConnectionDesk } from './connection-desk.ts';
import { createPasswords } from './passwords.ts';
import { createVault } from './vault.ts';

/** @param lend Makes a password known to the engine; answers under which name. */
export function setupConnections(
  storage: Pick<Storage, 'connections' | 'secrets'>,
  lend: (password: LentPassword) => Promise<string>,
  report: Report,
): ConnectionDesk {
  const passwords = createPasswords(storage.secrets, createVault(safeStorage, process.platform), report);
  return createConnectionDesk({ kept: storage.connections, passwords, lend });
}
