/** `a`, `a and b`, `a, b and c`, `a, b, c and 7 more`: at most `most` of them by name. */
export function listInWords(items: readonly string[], most = 3): string {
  const rest = items.length - most;
  // Naming the last one takes no more room than counting it.
  const named = rest > 1 ? [...items.slice(0, most), `${rest} more`] : items;
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}
