/** Rows of Tasker's tables at the chosen moment, and what changed. */
export function State() {
  return <section data-scope="state" aria-label="State" />;
}
