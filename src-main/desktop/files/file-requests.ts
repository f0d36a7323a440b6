/**
 * Files asked for from outside: command line, double click, a second start. They come before there is a page as well, so
 * they wait until it says that it listens.
 */
export interface FileRequests {
  request(paths: readonly string[]): void;
  /** The page listens: what waits is opened for it, in order, and so is what comes later. */
  pageReady(open: (path: string) => Promise<void>): void;
  /** The page is being loaded anew, or is gone. */
  pageGone(): void;
}

/** Somebody may select a thousand files and press Enter. */
const MOST_WAITING = 8;

export function createFileRequests(failed: (error: unknown) => void): FileRequests {
  let waiting: readonly string[] = [];
  let opener: ((path: string) => Promise<void>) | undefined;
  let work = Promise.resolve();

  function deliver(): void {
    const open = opener;
    if (open === undefined) return;
    for (const path of waiting) work = work.then(() => open(path)).catch(failed);
    waiting = [];
  }

  return {
    request: (paths) => {
      waiting = [...waiting, ...paths].slice(0, MOST_WAITING);
      deliver();
    },
    pageReady: (open) => {
      opener = open;
      deliver();
    },
    pageGone: () => {
      opener = undefined;
    },
  };
}
