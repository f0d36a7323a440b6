/** Says on stderr that a caller sent what nobody can read. What it sent is not repeated: it may hold a user's data. */
export function complain(error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`A message to the engine could not be read (${kind}).\n`);
}
