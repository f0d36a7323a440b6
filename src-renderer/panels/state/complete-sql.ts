/** Which names of the schema could be meant where the cursor stands. Pure. */
import type { SandboxSchema } from '../../../src-engine/api/contract/lab-schemas.ts';

export interface Completion {
  readonly text: string;
  readonly detail: string;
  /** What of the text it takes the place of. */
  readonly from: number;
  readonly to: number;
}

/** @param isWanted Asked for: then also without a letter typed. */
export function completionsAt(
  sql: string,
  at: number,
  { tables, functions }: SandboxSchema,
  isWanted: boolean,
): readonly Completion[] {
  const word = /[a-z_][a-z0-9_]*$/i.exec(sql.slice(0, at))?.[0] ?? '';
  if (word.length < 2 && !isWanted) return [];
  const from = at - word.length;
  const named = tables.filter(({ name }) => sql.includes(name));
  const columns = (named.length > 0 ? named : tables).flatMap(({ name, columns: all }) =>
    all.map((column) => ({ text: column, detail: name })),
  );
  const all = [
    ...(sql[from - 1] === '.' ? [] : tables.map(({ name }) => ({ text: name, detail: 'table' }))),
    ...columns,
    ...functions.map(({ name, signature }) => ({ text: name, detail: `(${signature})` })),
  ];
  const seen = new Set<string>();
  return all
    .filter(
      ({ text }) =>
        text !== word && text.includes(word.toLowerCase()) && !seen.has(text) && seen.add(text) !== undefined,
    )
    .toSorted((one, other) => Number(other.text.startsWith(word)) - Number(one.text.startsWith(word)))
    .map((each) => ({ ...each, from, to: at }));
}
