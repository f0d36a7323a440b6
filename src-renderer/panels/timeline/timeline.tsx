/** The run over virtual time: a row a step, a bar an attempt. */
export function Timeline() {
  return <section data-scope="timeline" aria-label="Timeline" />;
}
