/** The part of `pgpass` that reads lines. Its main function asks the environment of the process, which this one must not. */
declare module 'pgpass/lib/helper.js' {
  import type { Readable } from 'node:stream';

  export function getPassword(
    connection: {
      readonly host: string;
      readonly port: number;
      readonly database: string;
      readonly user: string;
    },
    lines: Readable,
    found: (password: string | undefined) => void,
  ): void;
}
