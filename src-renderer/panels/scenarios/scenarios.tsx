/** The scenarios beside the template: which there are, and whether what they expect comes true. */
export function Scenarios() {
  return <section data-scope="scenarios" aria-label="Scenarios" />;
}
