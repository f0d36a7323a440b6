/** Saved connections in a browser: its local storage has the targets, and no password ever. */
import type { DesktopConnections, SavedConnection } from '../../../src-shared/desktop/bridge.ts';

const KEY = 'tasker-workbench:connections';

export function browserConnections(storage: Pick<Storage, 'getItem' | 'setItem'>): DesktopConnections {
  const read = (): readonly SavedConnection[] => readConnections(storage.getItem(KEY));
  const write = (all: readonly SavedConnection[]): void => storage.setItem(KEY, JSON.stringify(all));
  return {
    canKeepSecrets: async () => false,
    list: async () => read(),
    save: async ({ id, name, colour, isProduction, target }) => {
      const saved = { id, name, colour, isProduction, target, hasPassword: false };
      const all = read();
      write(
        all.some((each) => each.id === id)
          ? all.map((each) => (each.id === id ? saved : each))
          : [...all, saved],
      );
      return saved;
    },
    remove: async (id) => write(read().filter((each) => each.id !== id)),
    lend: async () => null,
  };
}

/** What is no list of connections is as good as none: another version may have written it. */
function readConnections(text: string | null): readonly SavedConnection[] {
  try {
    const all: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(all) ? all.filter(isConnection) : [];
  } catch {
    return [];
  }
}

function isConnection(value: unknown): value is SavedConnection {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['name'] === 'string' &&
    isObject(value['target']) &&
    typeof value['target']['host'] === 'string' &&
    isObject(value['target']['tls'])
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
