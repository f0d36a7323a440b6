/**
 * The families of event names: one colour and one sign each. The first word of a name decides, so that a name nobody here
 * has heard of still stands with its kin.
 */
import type { LucideIcon } from 'lucide-react';
import { Activity, Box, CircleDot, CircleHelp, Waypoints, Wrench } from 'lucide-react';

export const FAMILIES = ['task', 'step', 'workflow', 'observability', 'workbench', 'other'] as const;

export type Family = (typeof FAMILIES)[number];

export interface FamilyLook {
  readonly word: string;
  readonly icon: LucideIcon;
  /** Name of a colour of the theme. */
  readonly colour: string;
}

export const FAMILY_LOOKS: Readonly<Record<Family, FamilyLook>> = {
  task: { word: 'task', icon: Box, colour: '--state-resolved' },
  step: { word: 'step', icon: CircleDot, colour: '--state-in-progress' },
  workflow: { word: 'workflow', icon: Waypoints, colour: '--state-complete' },
  observability: { word: 'observability', icon: Activity, colour: '--text-faint' },
  workbench: { word: 'workbench', icon: Wrench, colour: '--state-waiting' },
  other: { word: 'other', icon: CircleHelp, colour: '--state-unknown' },
};

const KNOWN: ReadonlyMap<string, Family> = new Map(FAMILIES.map((family) => [family, family]));

/** Names outside the families (a handler's own, telemetry, registries) are `other`. */
export function familyOf(name: string): Family {
  const dot = name.indexOf('.');
  return (dot < 0 ? undefined : KNOWN.get(name.slice(0, dot))) ?? 'other';
}
