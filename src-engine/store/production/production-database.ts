/**
 * A production database that is looked into: what it is, and two sessions at most, one for what is shown and one for following. A session
 * that was lost is replaced by the next read.
 */
import type { ConnectionTarget } from '../../connection/target.ts';
import { targetInWords } from '../../connection/target.ts';
import type { Installation } from './detect/installation.ts';
import { detectInstallation } from './detect/installation.ts';
import { readFunctions, readServer, readTables, readWrites, viewerScript } from './detect/read-catalogue.ts';
import type { ServerFacts } from './detect/read-catalogue.ts';
import type { Trouble } from './reach/trouble.ts';
import { Trouble as ProductionTrouble } from './reach/trouble.ts';
import type { Way, WayOptions } from './reach/way.ts';
import { openWay } from './reach/way.ts';
import type { Names } from './rows/names.ts';
import { namesOf } from './rows/names.ts';
import type { Reader } from './session/production-session.ts';
import { ProductionSession } from './session/production-session.ts';

/** Which of the two sessions reads. */
export type Purpose = 'view' | 'follow';

export interface Production {
  readonly title: string;
  readonly server: ServerFacts;
  readonly encryption: 'verified' | 'unverified' | 'none' | 'tunnel';
  readonly installation: Installation;
  readonly writes: readonly string[];
  readonly viewerScript: string;
  readonly notes: readonly string[];
}

/** Older ones lack what our queries use. */
const OLDEST_SERVER = 12;

export class ProductionDatabase {
  readonly production: Production;
  readonly names: Names;
  readonly #way: Way;
  readonly #sessions = new Map<Purpose, Promise<ProductionSession>>();
  #isClosed = false;

  private constructor(way: Way, first: ProductionSession, production: Production) {
    this.#way = way;
    this.production = production;
    this.names = namesOf(production.installation);
    this.#sessions.set('view', Promise.resolve(first));
  }

  /** For good: nothing is read from it any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Throws a Trouble that says why there is no connection, or nothing to look at. */
  static async connect(target: ConnectionTarget, options: WayOptions = {}): Promise<ProductionDatabase> {
    const way = await openWay(target, options);
    let session: ProductionSession | undefined;
    try {
      session = await openSession(way);
      const production = await session.reading((reader) => look(reader, way), options.signal);
      return new ProductionDatabase(way, session, production);
    } catch (error) {
      await session?.close().catch(() => {});
      await way.close();
      throw way.troubleOf(error);
    }
  }

  /** Reads in one snapshot; what goes wrong is thrown as a Trouble. Aborting cancels it on the server. */
  async reading<T>(
    work: (reader: Reader, names: Names) => Promise<T>,
    {
      signal,
      purpose = 'view',
    }: { readonly signal?: AbortSignal | undefined; readonly purpose?: Purpose } = {},
  ): Promise<T> {
    try {
      const session = await this.#session(purpose);
      return await session.reading((reader) => work(reader, this.names), signal);
    } catch (error) {
      signal?.throwIfAborted();
      // A mistake of ours is no trouble with the server.
      if (error instanceof TypeError || error instanceof RangeError) throw error;
      throw this.#way.troubleOf(error);
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const sessions = await Promise.allSettled(this.#sessions.values());
    await Promise.allSettled(
      sessions.flatMap((each) => (each.status === 'fulfilled' ? [each.value.close()] : [])),
    );
    await this.#way.close();
  }

  async #session(purpose: Purpose): Promise<ProductionSession> {
    const known = this.#sessions.get(purpose);
    const session = await known?.catch(() => undefined);
    if (this.#isClosed) throw new ProductionTrouble(CLOSED);
    if (session !== undefined && !session.isLost) return session;
    // Of those that waited for the same one, the first opens another for all.
    const newer = this.#sessions.get(purpose);
    if (newer !== undefined && newer !== known) return newer;
    const opening = openSession(this.#way);
    this.#sessions.set(purpose, opening);
    return opening;
  }
}

const CLOSED = { code: 'lost', message: 'The connection was closed.', hint: 'Connect again.' } as const;

function openSession({ target: { statementTimeoutMs }, config }: Way): Promise<ProductionSession> {
  return ProductionSession.open({ config, statementTimeoutMs }, 'tasker-workbench (read only)');
}

async function look(reader: Reader, way: Way): Promise<Production> {
  const { target } = way;
  const server = await readServer(reader);
  refusePooler(server);
  refuseOldServer(server.version);
  const detected = detectInstallation(
    await readTables(reader),
    await readFunctions(reader),
    target.schema ?? null,
  );
  if (detected.kind === 'refused') throw new ProductionTrouble(detected);
  const { installation } = detected;
  return {
    title: targetInWords(target),
    server,
    encryption: encryptionOf(target, server),
    installation,
    writes: await readWrites(reader, installation),
    viewerScript: viewerScript(installation, server.database),
    notes: [...installation.notes, ...way.notes],
  };
}

/** What a pooler took away without a word: then nothing of what is promised holds. */
function refusePooler({ statementTimeout, isReadOnly }: ServerFacts): void {
  if (statementTimeout !== '0' && isReadOnly) return;
  throw new ProductionTrouble({
    code: 'not_allowed',
    message:
      'The settings of the session were not kept: something between here and the server drops them, as poolers do.',
    hint: 'Connect to PostgreSQL itself, past the pooler.',
  });
}

function refuseOldServer(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return;
  throw new ProductionTrouble({
    code: 'too_old',
    message: `The server is PostgreSQL ${version}, which is too old to be read.`,
    hint: `PostgreSQL ${OLDEST_SERVER} and later can be read.`,
  });
}

function encryptionOf(
  { tls, tunnel }: ConnectionTarget,
  { isEncrypted }: ServerFacts,
): Production['encryption'] {
  if (isEncrypted) return tls.mode === 'require' ? 'unverified' : 'verified';
  return tunnel === undefined ? 'none' : 'tunnel';
}

export type { Trouble };
