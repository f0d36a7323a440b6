/** What the page may do with saved connections. Passwords come in and are lent to the engine; nothing here answers one. */
import { placeOf } from '../../../src-engine/connection/target.ts';
import type { DesktopConnections, SavedConnection } from '../../../src-shared/desktop/bridge.ts';
import type { LentPassword } from '../../engine/lent-secrets.ts';
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
  lend(password: LentPassword): Promise<string>;
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

  function known(id: string): KeptConnection | undefined {
    return kept.get().find((each) => each.id === id);
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
        const list = withSaved(kept.get(), connection);
        // Before anything leads elsewhere: no failure is to leave the password with another place.
        if (!isSamePlace(known(connection.id), connection)) await passwords.set(connection.id, null);
        await kept.set(list);
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
      const lent = await inTurn(async () => {
        const connection = known(id);
        const password = connection === undefined ? null : await passwords.get(id);
        return connection === undefined || password === null
          ? null
          : { password, place: placeOf(connection.target) };
      });
      return lent === null ? null : parts.lend(lent);
    },
  };
}

function isSamePlace(before: KeptConnection | undefined, { target }: KeptConnection): boolean {
  return before !== undefined && placeOf(before.target) === placeOf(target);
}

/** One that is there stays where it is in the list. */
function withSaved(list: KeptConnections, connection: KeptConnection): KeptConnections {
  if (list.some(({ id }) => id === connection.id)) {
    return list.map((each) => (each.id === connection.id ? connection : each));
  }
  if (list.length >= MOST_CONNECTIONS) throw new Error(`There are ${MOST_CONNECTIONS} connections already.`);
  return [...list, connection];
}
