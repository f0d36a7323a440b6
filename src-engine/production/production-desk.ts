/** The production databases that are open, by an id that says nothing. Passwords are used up in opening and kept by nobody here. */
import { type ConnectionTarget, placeOf } from '../connection/target.ts';
import { Trouble } from '../store/production/reach/trouble.ts';
import { ProductionDatabase } from '../store/production/production-database.ts';
import type { EngineSecrets } from './engine-secrets.ts';
import { GENERATIONS } from '../store/production/detect/installation.ts';

export interface ConnectionRequest {
  readonly target: ConnectionTarget;
  readonly password?: string | undefined;
  readonly secret?: string | undefined;
}

export type Opening =
  | { readonly kind: 'open'; readonly id: string; readonly database: ProductionDatabase }
  | { readonly kind: 'writable'; readonly database: ProductionDatabase }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

export interface ProductionDeskOptions {
  readonly secrets: EngineSecrets | undefined;
  readonly nonce: string;
  /** Told of every database that was let in. */
  readonly onOpen?: (database: ProductionDatabase) => void;
}

/** One for each window, and one that is being left. */
const MOST_OPEN = 4;

export class ProductionDesk {
  readonly #secrets: EngineSecrets | undefined;
  readonly #nonce: string;
  readonly #onOpen: (database: ProductionDatabase) => void;
  readonly #open = new Map<string, ProductionDatabase>();
  #count = 0;

  constructor(options: ProductionDeskOptions) {
    this.#secrets = options.secrets;
    this.#nonce = options.nonce;
    this.#onOpen = options.onOpen ?? (() => {});
  }

  /** Undefined when it was closed. */
  find(id: string): ProductionDatabase | undefined {
    return this.#open.get(id);
  }

  /** A role that may write is only let in `anyway`: whoever asks has been told. */
  async open(request: ConnectionRequest, anyway: boolean, signal: AbortSignal | undefined): Promise<Opening> {
    const connected = await this.connect(request, signal);
    if (connected instanceof Trouble) return { kind: 'failed', trouble: connected };
    if (connected.production.writes.length > 0 && !anyway) {
      await connected.close();
      return { kind: 'writable', database: connected };
    }
    this.#count += 1;
    const id = `${this.#nonce}-production-${this.#count}`;
    this.#open.set(id, connected);
    this.#onOpen(connected);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) await this.close(oldest);
    return { kind: 'open', id, database: connected };
  }

  /** For whoever only wants to look whether it works: to be closed again. */
  async connect(
    { target, password, secret }: ConnectionRequest,
    signal: AbortSignal | undefined,
  ): Promise<ProductionDatabase | Trouble> {
    const lent = secret === undefined ? undefined : this.#secrets?.take(secret, placeOf(target));
    try {
      return await ProductionDatabase.connect(target, { password: password ?? lent, signal });
    } catch (error) {
      if (error instanceof Trouble) return error;
      throw error;
    }
  }

  async close(id: string): Promise<void> {
    const database = this.#open.get(id);
    this.#open.delete(id);
    await database?.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.close(id)));
  }
}

/** What a window shows of an open connection. */
export function factsOf({ production }: ProductionDatabase) {
  const { server, installation } = production;
  return {
    server: `PostgreSQL ${server.version}`,
    title: production.title,
    isStandby: server.isStandby,
    encryption: production.encryption,
    generation: installation.generation,
    schema: installation.schema,
    prefix: installation.prefix,
    readiness: installation.readiness,
    notes: [`${GENERATIONS[installation.generation]} in schema ${installation.schema}.`, ...production.notes],
    writes: [...production.writes],
    viewerScript: production.viewerScript,
  };
}
