/** Closes a switch over a union: a case that was forgotten does not compile, and throws if it comes all the same. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
