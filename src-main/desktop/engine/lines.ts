/**
 * The line from the page to the engine. A page asks for it once; after that main lays a new one by itself whenever there
 * is a new engine. A second request of the same load of the page is refused: it would be somebody else's.
 */
export interface LineParts<Port> {
  /** A new channel. */
  create(): { readonly forEngine: Port; readonly forPage: Port };
  /** False when there is no engine at the moment. */
  toEngine(port: Port): boolean;
  toPage(port: Port): void;
}

export interface Lines {
  /** False: refused. */
  connect(): boolean;
  engineStarted(): void;
  /** The page was loaded anew, or is gone. */
  pageLoaded(): void;
}

export function createLines<Port>(parts: LineParts<Port>): Lines {
  let isConnected = false;

  function lay(): void {
    const { forEngine, forPage } = parts.create();
    if (parts.toEngine(forEngine)) parts.toPage(forPage);
  }

  return {
    connect: () => {
      if (isConnected) return false;
      isConnected = true;
      lay();
      return true;
    },
    engineStarted: () => {
      if (isConnected) lay();
    },
    pageLoaded: () => {
      isConnected = false;
    },
  };
}
