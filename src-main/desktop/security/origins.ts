/** Where pages may come from: the built bundle, and while developing the server on this machine. Nothing else is ever loaded. */

export const SCHEME = 'app';
export const HOST = 'bundle';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Names by which a development server on this machine is reached. */
const THIS_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where the page is, and which origins may speak to main. */
export interface PageSource {
  readonly url: string;
  readonly origins: ReadonlySet<string>;
}

/** @param server Address of a development server; it is not even looked at in a packaged program. */
export function pageSource(server: string | undefined, isPackaged: boolean): PageSource {
  const development = isPackaged ? undefined : localServer(server);
  if (development === undefined) return { url: `${ORIGIN}/index.html`, origins: new Set([ORIGIN]) };
  return { url: development.href, origins: new Set([ORIGIN, development.origin]) };
}

/** Whether `url` belongs to the page itself. */
export function isOwnUrl(url: string, source: PageSource): boolean {
  if (!URL.canParse(url)) return false;
  return source.origins.has(originOf(new URL(url)));
}

/** `URL.origin` is "null" for schemes that are not the web's. */
function originOf(url: URL): string {
  return url.protocol === `${SCHEME}:` ? `${url.protocol}//${url.host}` : url.origin;
}

function localServer(address: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return THIS_MACHINE.has(url.hostname) ? url : undefined;
}
