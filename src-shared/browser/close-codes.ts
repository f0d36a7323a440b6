/** Why the server of browser mode ended a connection. The page decides by the code; the reason is for people who look. */

export interface Close {
  readonly code: number;
  readonly reason: string;
}

export const CLOSE = {
  /** Another page has the engine. It can be taken over by asking again with `takeover`. */
  inUse: { code: 4001, reason: 'in-use' },
  /** Another page took the engine over. Do not come back by yourself: the two would chase each other. */
  takenOver: { code: 4002, reason: 'taken-over' },
  /** The engine ended and is started again: come back after a moment; runs are gone. */
  engineEnded: { code: 4003, reason: 'engine-ended' },
  /** The page read too slowly for what was waiting. Come back, and ask for the log from where it was. */
  tooSlow: { code: 4004, reason: 'too-slow' },
  /**
   * The same page connected again. Whoever receives this while it is alive is a twin of it (a duplicated tab keeps the
   * id in its session storage): do not come back by yourself.
   */
  replaced: { code: 4005, reason: 'replaced' },
  /** The server was ended. The token dies with it: coming back needs the address that the next start prints. */
  serverEnded: { code: 1001, reason: 'server-ended' },
} as const satisfies Record<string, Close>;

/** Sent by the WebSocket library itself: a message was longer than the server takes. */
export const MESSAGE_TOO_LONG = 1009;
