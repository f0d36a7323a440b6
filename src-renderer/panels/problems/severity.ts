/** How a severity looks: icon, word and colour together. */
import type { LucideIcon } from 'lucide-react';
import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../../src-engine/template/problem.ts';

export interface SeverityLook {
  readonly one: string;
  readonly many: string;
  readonly icon: LucideIcon;
  /** Name of a colour of the theme. */
  readonly colour: string;
}

export const SEVERITY_LOOKS: Readonly<Record<Severity, SeverityLook>> = {
  error: { one: 'error', many: 'errors', icon: CircleX, colour: '--severity-error' },
  warning: { one: 'warning', many: 'warnings', icon: TriangleAlert, colour: '--severity-warning' },
  info: { one: 'note', many: 'notes', icon: Info, colour: '--severity-info' },
};

/** `1 error`, `3 warnings`. */
export function countInWords(severity: Severity, count: number): string {
  const { one, many } = SEVERITY_LOOKS[severity];
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
