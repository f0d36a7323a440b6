// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect, connectAnyway, disconnect } from '../../../src-renderer/production/connect.ts';
import { overview, askOverview } from '../../../src-renderer/production/look.ts';
import {
  rememberPassword,
  requestFor,
  saveConnection,
} from '../../../src-renderer/production/saved-connections.ts';
import { useProduction } from '../../../src-renderer/store/production/production.ts';
import { useSaved } from '../../../src-renderer/store/production/saved.ts';
import { FACTS, production, SAVED } from '../panels/production/fake-production.ts';

vi.mock('../../../src-renderer/api/engine.ts', async () => {
  const { production: fake } = await import('../panels/production/fake-production.ts');
  return { engine: async () => ({ production: fake }), onNewLine: () => () => {} };
});

const kind = () => useProduction.getState().phase.kind;

beforeEach(() => {
  for (const call of Object.values(production)) call.mockClear();
  production.open.mockReset();
});
afterEach(disconnect);

describe('connecting', () => {
  test('shows production, and closes what was open before', async () => {
    production.open.mockResolvedValueOnce({ kind: 'open', id: 'c1', facts: FACTS });
    await connect(SAVED);
    expect(useProduction.getState()).toMatchObject({ isShown: true, phase: { kind: 'open', id: 'c1' } });
    production.open.mockResolvedValueOnce({ kind: 'open', id: 'c2', facts: FACTS });
    await connect({ ...SAVED, id: 'other' });
    await vi.waitFor(() => expect(production.close.mock.lastCall?.[0]).toEqual({ connection: 'c1' }));
    expect(useProduction.getState().phase).toMatchObject({ id: 'c2' });
  });

  test('asks once about a role that may write', async () => {
    const answer = async ({ anyway }: { readonly anyway: boolean }) =>
      anyway ? { kind: 'open', id: 'c1', facts: FACTS } : { kind: 'writable', facts: FACTS };
    production.open.mockImplementation(answer as never);
    await connect(SAVED);
    expect(kind()).toBe('writable');
    await connectAnyway(SAVED);
    expect(kind()).toBe('open');
    disconnect();
    await connect(SAVED);
    expect(kind()).toBe('open');
    disconnect();
    await connect({ ...SAVED, id: 'of another role' });
    expect(kind()).toBe('writable');
  });

  test('tells why it failed', async () => {
    const trouble = { code: 'auth', message: 'The password is wrong.', hint: 'Type it again.' };
    production.open.mockResolvedValueOnce({ kind: 'failed', trouble });
    await connect(SAVED);
    expect(useProduction.getState().phase).toEqual({ kind: 'failed', saved: SAVED, trouble });
  });

  test('can be given up; what is opened all the same is closed', async () => {
    let answer: (value: unknown) => void = () => {};
    production.open.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const connecting = connect(SAVED);
    await vi.waitFor(() => expect(production.open).toHaveBeenCalled());
    disconnect();
    expect(production.open.mock.lastCall?.[1].signal.aborted).toBe(true);
    answer({ kind: 'open', id: 'late', facts: FACTS });
    await connecting;
    expect(kind()).toBe('none');
    await vi.waitFor(() => expect(production.close.mock.lastCall?.[0]).toEqual({ connection: 'late' }));
  });
});

test('what was read of a database goes with the connection', async () => {
  production.open.mockResolvedValueOnce({ kind: 'open', id: 'c1', facts: FACTS });
  await connect(SAVED);
  await askOverview(24);
  expect(overview.use.getState().value).not.toBeNull();
  disconnect();
  expect(overview.use.getState().value).toBeNull();
});

test('of two questions in a row only the last is answered', async () => {
  production.open.mockResolvedValueOnce({ kind: 'open', id: 'c1', facts: FACTS });
  await connect(SAVED);
  let first: (value: unknown) => void = () => {};
  production.overview.mockReturnValueOnce(new Promise((resolve) => (first = resolve)));
  const asked = askOverview(1);
  await vi.waitFor(() => expect(production.overview).toHaveBeenCalled());
  const signal = production.overview.mock.lastCall?.[1].signal;
  await askOverview(6);
  expect(signal?.aborted).toBe(true);
  first({ hours: 1 });
  await asked;
  expect(overview.use.getState()).toMatchObject({ of: '6', value: { hours: 24 }, isBusy: false });
});

describe('the password', () => {
  test('goes with the request where no keychain has it, and is in no list', async () => {
    const { hasPassword: _, ...connection } = SAVED;
    const kept = await saveConnection(connection, 's3cret');
    expect(kept.hasPassword).toBe(true);
    expect(await requestFor(kept)).toEqual({ target: SAVED.target, password: 's3cret' });
    expect(JSON.stringify([useSaved.getState(), Object.entries(localStorage)])).not.toContain('s3cret');
    // Saved again without a word about it: it stays. Forgotten: it goes.
    await saveConnection(connection, undefined);
    expect(await requestFor(kept)).toHaveProperty('password');
    await saveConnection(connection, null);
    expect(await requestFor(kept)).toEqual({ target: SAVED.target });
  });

  test('that is typed for the window alone is used', async () => {
    rememberPassword(SAVED.id, 'typed');
    expect(await requestFor(SAVED)).toEqual({ target: SAVED.target, password: 'typed' });
  });
});
