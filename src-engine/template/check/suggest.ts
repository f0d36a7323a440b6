/** Finds the word somebody probably meant. */

/** The nearest candidate within a third of the word's length, two letters at most. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const most = Math.min(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** A sentence for a hint, or undefined without a near candidate. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(word, candidates);
  return found === undefined ? undefined : `Did you mean '${found}'?`;
}

/** For files with more unknown names than anybody will read hints for: looking at all candidates each time is slow. */
export function suggester(candidates: ReadonlySet<string>): (word: string) => string | undefined {
  let left = MOST_SUGGESTIONS;
  return (word) => {
    left -= 1;
    return left < 0 ? undefined : didYouMean(word, candidates);
  };
}

const MOST_SUGGESTIONS = 50;

/** Letters to insert, delete or replace; a row of the usual table at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
