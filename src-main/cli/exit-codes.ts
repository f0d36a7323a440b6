/** What the process says to the shell. Documented in docs/cli.md; scripts rely on the numbers. */
export const EXIT = {
  ok: 0,
  /** The run ended, but not as completed; or what was looked for (steps that are stuck, drift) was found. */
  notCompleted: 1,
  /** A file is missing, unreadable or wrong; or a database cannot be looked into. */
  badInput: 2,
  /** The command line is wrong. */
  usage: 64,
  /** Something broke that should not. */
  internal: 70,
  /** Ctrl-C. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
