/** What the page may do with saved connections. Passwords come in and are lent to the engine; nothing here answers one. */
import type { DesktopConnections, SavedConnection } from '../../../src-shared/desktop/bridge.ts';
import type { JsonStore } from '../settings/json-store.ts';
import { MOST_CONNECTIONS } from './kept.ts';
import type { KeptConnection, KeptConnections } from './kept.ts';
import type { Passwords } from './passwords.ts';

export interface ConnectionDesk extends DesktopConnections {
  save(connection: KeptConnection, password: string | null | undefined): Promise<SavedConnection>;
}

export interface ConnectionDeskParts {
  readonly kept: JsonStore<KeptConnections>;
  readonly passwords: Passwords;
  /** Makes it known to the engine; answers under which name. */
  lend(password: string): Promise<string>;
}

export function createConnectionDesk(parts: ConnectionDeskParts): ConnectionDesk {
  const { kept, passwords } = parts;
  let work: Promise<unknown> = Promise.resolve();

  /** One thing after the other: what is removed must not come back with a password that was being sealed. */
  function inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = work.then(action, action);
    work = result;
    return result;
  }

  async function saved(connection: KeptConnection): Promise<SavedConnection> {
    return { ...connection, hasPassword: (await passwords.get(connection.id)) !== null };
  }

  return {
    canKeepSecrets: () => passwords.canKeep(),
    list: () =>
      inTurn(async () => {
        const list: SavedConnection[] = [];
        // One by one: opening one may seal it anew.
        for (const connection of kept.get()) list.push(await saved(connection));
        return list;
      }),
    save: (connection, password) =>
      inTurn(async () => {
        await kept.set(withSaved(kept.get(), connection));
        if (password !== undefined) await passwords.set(connection.id, password === '' ? null : password);
        return saved(connection);
      }),
    remove: (id) =>
      inTurn(async () => {
        const others = kept.get().filter((each) => each.id !== id);
        // Passwords first: none is to be left that nobody can see.
        await passwords.keepOnly(new Set(others.map((each) => each.id)));
        await kept.set(others);
      }),
    lend: async (id) => {
      const password = await inTurn(() => passwords.get(id));
      return password === null ? null : parts.lend(password);
    },
  };
}

/** One that is there keeps its place. */
function withSaved(list: KeptConnections, connection: KeptConnection): KeptConnections {
  if (list.some(({ id }) => id === connection.id)) {
    return list.map((each) => (each.id === connection.id ? connection : each));
  }
  if (list.length >= MOST_CONNECTIONS) throw new Error(`There are ${MOST_CONNECTIONS} connections already.`);
  return [...list, connection];
}
