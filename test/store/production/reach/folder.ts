/** A folder with files for one test file, gone when its tests are over. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ConnectionTarget } from '../../../../src-engine/connection/target.ts';

export function folderForTests() {
  const folder = mkdtempSync(join(tmpdir(), 'reach-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: folder,
    /** Returns the path of the file that was written. */
    write(name: string, text: string, mode = 0o600): string {
      const path = join(folder, name);
      writeFileSync(path, text, { mode });
      return path;
    },
  };
}

export function targetWith(parts: Partial<ConnectionTarget> = {}): ConnectionTarget {
  return {
    host: 'db.example.com',
    port: 5432,
    database: 'shop',
    user: 'viewer',
    tls: { mode: 'verify-full' },
    statementTimeoutMs: 8_000,
    ...parts,
  };
}

export const TUNNEL = { host: 'gate.example.com', port: 22, user: 'me' };
