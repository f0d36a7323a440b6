/** What the scenario makes the attempts of the step do. */
export function FaultsTab({ name }: { readonly name: string }) {
  return <section aria-label={`Faults of ${name}`} />;
}
