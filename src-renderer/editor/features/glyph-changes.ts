/** What has to change for the signs beside the steps to be right: a thousand of them may stand there. Pure. */

export interface Glyph {
  readonly line: number;
  readonly state: string;
  /** Said when the pointer rests on it. */
  readonly words: string;
}

export interface GlyphChanges {
  /** Ids of steps whose sign goes away, or is put anew. */
  readonly removed: readonly string[];
  readonly added: ReadonlyMap<string, Glyph>;
}

/** Both by `id` of the step. */
export function glyphChanges(
  shown: ReadonlyMap<string, Glyph>,
  wanted: ReadonlyMap<string, Glyph>,
): GlyphChanges {
  const removed: string[] = [];
  const added = new Map<string, Glyph>();
  for (const [id, glyph] of shown) {
    const next = wanted.get(id);
    if (next === undefined || !isSame(glyph, next)) removed.push(id);
  }
  for (const [id, glyph] of wanted) {
    const before = shown.get(id);
    if (before === undefined || !isSame(before, glyph)) added.set(id, glyph);
  }
  return { removed, added };
}

function isSame(one: Glyph, other: Glyph): boolean {
  return one.line === other.line && one.state === other.state && one.words === other.words;
}
