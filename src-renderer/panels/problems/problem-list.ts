/** Problems in the order in which they are worked off, each with the step it belongs to. Pure. */
import type { StepNode } from '../../../src-engine/api/contract/template-schemas.ts';
import type { Problem, Severity } from '../../../src-engine/template/problem.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export interface ListedProblem {
  readonly problem: Problem;
  /** Null when it is about the template as a whole. */
  readonly step: StepNode | null;
  /** The same for the same problem after the text was parsed again, as long as its step did not move. */
  readonly key: string;
}

/** By severity, then by place in the text. `hidden`: severities left out. */
export function listProblems(
  problems: readonly Problem[],
  steps: readonly StepNode[],
  hidden: ReadonlySet<Severity> = new Set(),
): readonly ListedProblem[] {
  const byPath = new Map(steps.map((step) => [step.path, step]));
  const seen = new Map<string, number>();
  return problems
    .filter(({ severity }) => !hidden.has(severity))
    .toSorted((a, b) => rank(a) - rank(b) || a.offset - b.offset || a.length - b.length)
    .map((problem) => ({ problem, step: stepAt(byPath, problem.path), key: uniqueKey(seen, problem) }));
}

export function countProblems(problems: readonly Problem[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}

/** For the clipboard: what somebody needs who does not see the window. */
export function problemText({ problem, step }: ListedProblem): string {
  const { severity, code, message, hint, line, column } = problem;
  const place = step === null ? '' : ` (step ${step.name})`;
  return [
    `${line}:${column} ${severity} ${code}${place}: ${message}`,
    ...(hint === '' ? [] : [`  ${hint}`]),
  ].join('\n');
}

/** The step whose path the path begins with, segment by segment: `/step_templates/1` is no part of `/step_templates/12`. */
function stepAt(byPath: ReadonlyMap<string, StepNode>, path: string): StepNode | null {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const step = byPath.get(path.slice(0, end));
    if (step !== undefined) return step;
  }
  return null;
}

function rank({ severity }: Problem): number {
  return SEVERITIES.indexOf(severity);
}

function uniqueKey(seen: Map<string, number>, { code, path, message }: Problem): string {
  const key = `${code} ${path} ${message}`;
  const repeat = seen.get(key) ?? 0;
  seen.set(key, repeat + 1);
  return repeat === 0 ? key : `${key} ${repeat}`;
}
