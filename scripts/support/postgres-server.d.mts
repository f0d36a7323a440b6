/** What tests need to know of postgres-server.mjs. */
export interface ServerSpec {
  readonly settings?: Readonly<Record<string, string>>;
  readonly hba?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly log?: boolean;
}

export interface PreparedServer {
  readonly port: number;
  readonly home: string;
  readonly logFile: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly removeAtOnce: () => void;
}

export function findPostgres(): Promise<string | undefined>;
export function preparePostgres(bin: string, options?: ServerSpec): Promise<PreparedServer>;
