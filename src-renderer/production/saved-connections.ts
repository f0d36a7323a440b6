/** Reads and writes the saved connections, and knows what a connection is opened with. */
import type { ConnectionToSave, SavedConnection } from '../platform/connections.ts';
import { connections } from '../platform/connections.ts';
import { ask } from '../store/questions.ts';
import { useSaved } from '../store/production/saved.ts';
import type { ConnectionRequest } from '../store/production/types.ts';

/** Of connections whose password no keychain keeps; gone with the window. */
const passwords = new Map<string, string>();

export async function readSaved(): Promise<void> {
  try {
    const [list, canKeepSecrets] = await Promise.all([connections.list(), connections.canKeepSecrets()]);
    useSaved.setState({ list: list.map(withPasswordMark), canKeepSecrets, problem: null });
  } catch (error) {
    useSaved.setState({ list: [], problem: wordsFor(error) });
  }
}

/** `password`: undefined keeps what is kept, null forgets it. */
export async function saveConnection(
  connection: ConnectionToSave,
  password: string | null | undefined,
): Promise<SavedConnection> {
  const saved = await connections.save(connection, password);
  if (password === null) passwords.delete(connection.id);
  else if (password !== undefined && !saved.hasPassword) passwords.set(connection.id, password);
  await readSaved();
  return withPasswordMark(saved);
}

export async function removeConnection({ id, name }: SavedConnection): Promise<void> {
  const answer = await ask(
    `Remove ${name}?`,
    'Its password is forgotten as well. The database stays as it is.',
    [
      { id: 'cancel', title: 'Cancel' },
      { id: 'remove', title: 'Remove', look: 'danger' },
    ],
  );
  if (answer !== 'remove') return;
  passwords.delete(id);
  await connections.remove(id);
  await readSaved();
}

/** For this window alone. */
export function rememberPassword(id: string, password: string): void {
  passwords.set(id, password);
}

/** The password goes by the name under which the engine was given it, or with the request where no keychain has it. */
export async function requestFor({ id, target }: SavedConnection): Promise<ConnectionRequest> {
  const password = passwords.get(id);
  if (password !== undefined) return { target, password };
  const secret = await connections.lend(id);
  return secret === null ? { target } : { target, secret };
}

function withPasswordMark(saved: SavedConnection): SavedConnection {
  return passwords.has(saved.id) ? { ...saved, hasPassword: true } : saved;
}

function wordsFor(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
