/** The runs forked from this one, as a tree, and two of them compared. */
export function Branches() {
  return <section data-scope="branches" aria-label="Branches" />;
}
