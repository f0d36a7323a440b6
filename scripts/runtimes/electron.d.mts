/** What tests need to know of electron.mjs. */
export interface Electron {
  readonly binary: string;
  readonly folder: string;
  readonly version: string;
}

export function findElectron(env?: Readonly<Record<string, string>>): Electron | undefined;
export function electronFlags(env?: Readonly<Record<string, string>>): readonly string[];
