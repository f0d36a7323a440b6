import { beforeEach, expect, test } from 'vitest';
import { createLender } from '../../../src-main/desktop/engine/lender.ts';
import type { Lender } from '../../../src-main/desktop/engine/lender.ts';
import { createLentSecrets } from '../../../src-main/engine/lent-secrets.ts';
import type { LentPassword, SecretMessage } from '../../../src-main/engine/lent-secrets.ts';

let posted: SecretMessage[];
let timers: (() => void)[];
let cancelled: number;
let tell: (message: unknown) => void;
let end: () => void;
let lender: Lender;

const secret = (password: string): LentPassword => ({ password, place: 'here' });

beforeEach(() => {
  posted = [];
  timers = [];
  cancelled = 0;
  let names = 0;
  lender = createLender({
    post: (message) => void posted.push(message),
    onMessage: (listener) => {
      tell = listener;
    },
    onExit: (listener) => {
      end = listener;
    },
    newName: () => `name ${(names += 1)}`,
    later: (_delayMs, action) => {
      timers.push(action);
      return () => void (cancelled += 1);
    },
  });
});

test('a password is lent under a name, once the engine says that it has it', async () => {
  const engine = createLentSecrets();
  const lending = lender.lend(secret('hush'));
  let isLent = false;
  void lending.then(() => (isLent = true));
  await Promise.resolve();
  expect(isLent).toBe(false);
  expect(posted).toEqual([{ kind: 'secret', name: 'name 1', password: 'hush', place: 'here' }]);
  tell(engine.receive(posted[0]));
  expect(await lending).toBe('name 1');
  expect(engine.secrets.take('name 1', 'here')).toBe('hush');
  expect(cancelled).toBe(1);
});

test('each answer belongs to its name', async () => {
  const first = lender.lend(secret('one'));
  const second = lender.lend(secret('two'));
  tell({ kind: 'secret_kept', name: 'name 2' });
  expect(await second).toBe('name 2');
  tell({ kind: 'secret_kept', name: 'name 1' });
  expect(await first).toBe('name 1');
});

test('an engine that says nothing is not waited for without end', async () => {
  const lending = lender.lend(secret('hush'));
  tell({ kind: 'secret_kept', name: 'another' });
  tell('something else');
  timers[0]?.();
  await expect(lending).rejects.toThrow('in time');
});

test('an engine that ends takes nothing any more', async () => {
  const both = [lender.lend(secret('one')), lender.lend(secret('two'))];
  end();
  for (const lending of both) await expect(lending).rejects.toThrow('ended');
});

test('what goes wrong does not repeat the password', async () => {
  const lending = lender.lend(secret('hush'));
  end();
  const error = await lending.catch((reason: unknown) => reason);
  expect(error instanceof Error && (error.stack ?? '')).not.toContain('hush');
});
