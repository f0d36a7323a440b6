/**
 * Which statement texts a session has prepared, and under which name. The least recently used one is
 * given up when the cache is full; names are never used twice, so a late reply cannot meet a new text.
 */
export interface CachedStatement<Shape> {
  readonly name: string;
  /** What the adapter learnt about the statement when it was prepared, e.g. its columns. */
  shape: Shape | undefined;
}

export class StatementCache<Shape> {
  readonly #statements = new Map<string, CachedStatement<Shape>>();
  readonly #limit: number;
  #made = 0;

  constructor(limit = 200) {
    this.#limit = limit;
  }

  /** The statement of this text, if it is prepared; asking makes it the most recently used. */
  find(sql: string): CachedStatement<Shape> | undefined {
    const statement = this.#statements.get(sql);
    if (statement === undefined) return undefined;
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Remembers a statement under a new name. */
  add(sql: string): CachedStatement<Shape> {
    this.#made += 1;
    const statement = { name: `wb${this.#made}`, shape: undefined };
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Takes the least recently used statement out when one too many is kept; its name must be closed. */
  evict(): string | undefined {
    if (this.#statements.size <= this.#limit) return undefined;
    const oldest = this.#statements.entries().next();
    if (oldest.done === true) return undefined;
    const [sql, statement] = oldest.value;
    this.#statements.delete(sql);
    return statement.name;
  }

  /** Forgets a text, e.g. because preparing it failed. */
  forget(sql: string): void {
    this.#statements.delete(sql);
  }

  get size(): number {
    return this.#statements.size;
  }
}
