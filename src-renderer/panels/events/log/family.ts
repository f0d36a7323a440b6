/**
 * The families of event names, each with a sign of its own. The first word of a name decides, so that a name nobody here
 * has heard of still stands with its kin.
 */
export const FAMILIES = ['task', 'step', 'workflow', 'observability', 'workbench', 'other'] as const;

export type Family = (typeof FAMILIES)[number];

const KNOWN: ReadonlyMap<string, Family> = new Map(FAMILIES.map((family) => [family, family]));

/** Names outside the families (a handler's own, telemetry, registries) are `other`. */
export function familyOf(name: string): Family {
  const dot = name.indexOf('.');
  return (dot < 0 ? undefined : KNOWN.get(name.slice(0, dot))) ?? 'other';
}
