/** Small templates without a problem, to be made wrong in one place. */
export const GOOD = `name: process_order
namespace_name: shop
version: "1.0.0"
task_handler_class: Shop::ProcessOrder
default_dependent_system: shop
step_templates:
  - name: charge_card
    handler_class: Shop::ChargeCard
  - name: ship_parcel
    depends_on_step: charge_card
    handler_class: Shop::ShipParcel
`;

/** Lines of the good template replaced by others. */
export function good(...changes: readonly (readonly [was: string, becomes: string])[]): string {
  let text = GOOD;
  for (const [was, becomes] of changes) {
    if (!text.includes(was)) throw new Error(`no ${was}`);
    text = text.replace(was, () => becomes);
  }
  return text;
}

/** The good template with lines for its last step. */
export function withLast(...lines: readonly string[]): string {
  return `${GOOD}${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** The good template with lines at its end, on the level of `name`. */
export function withEnd(...lines: readonly string[]): string {
  return `${GOOD}${lines.map((line) => `${line}\n`).join('')}`;
}

/** The good template with other steps. */
export function withSteps(...lines: readonly string[]): string {
  return `${GOOD.slice(0, GOOD.indexOf('  - name'))}${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** The good template with a context schema. */
export function withSchema(...lines: readonly string[]): string {
  const at = GOOD.indexOf('step_templates');
  const schema = lines.map((line) => `  ${line}\n`).join('');
  return `${GOOD.slice(0, at)}schema:\n${schema}${GOOD.slice(at)}`;
}

/** Many steps: `make` gives the lines of each. */
export function manySteps(count: number, make: (index: number) => readonly string[]): string {
  return withSteps(...Array.from({ length: count }, (_, index) => make(index)).flat());
}
