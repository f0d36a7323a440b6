/**
 * Mends what a program may mend on its own: takes the usual fix of each problem as long as the template is the better for
 * it. Fixes between which a person has to choose are left alone. Pure.
 */
import { editTemplate } from '../template/edit/edit-template.ts';
import { readEditable } from '../template/edit/editable-text.ts';
import type { TextChange } from '../template/edit/text-change.ts';
import { changeText } from '../template/edit/text-change.ts';
import type { Problem } from '../template/problem.ts';
import { ruleOf } from './registry.ts';

/** What was done, and where the problem was in the text at that time. */
export interface AppliedFix {
  readonly line: number;
  readonly code: string;
  readonly title: string;
}

export interface Fixed {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
}

interface Candidate extends AppliedFix {
  readonly changes: readonly TextChange[];
}

/** One fix may make room for the next; more than this only two fixes that undo each other would want. */
const MOST_ROUNDS = 25;
const WEIGHTS = { error: 1e6, warning: 1e3, info: 1 } as const;

/** @param lint Told again after each round; the problems of a text, with their fixes. */
export function applyFixes(text: string, lint: (text: string) => readonly Problem[]): Fixed {
  const applied: AppliedFix[] = [];
  const given = new Set<string>();
  let [now, problems] = [text, lint(text)];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const candidates = candidatesFor(now, problems).filter((each) => !given.has(identity(each)));
    const step = bestStep(now, problems, candidates, lint);
    for (const each of step?.refused ?? candidates) given.add(identity(each));
    if (step === undefined) break;
    applied.push(...step.done);
    [now, problems] = [step.text, step.problems];
  }
  return { text: now, applied };
}

interface Step {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly done: readonly AppliedFix[];
  /** Those that alone made it worse. */
  readonly refused: readonly Candidate[];
}

/** All at once; where that does no good, the first one that does alone. */
function bestStep(
  text: string,
  problems: readonly Problem[],
  candidates: readonly Candidate[],
  lint: (text: string) => readonly Problem[],
): Step | undefined {
  const together = withoutOverlaps(candidates);
  const refused: Candidate[] = [];
  for (const attempt of [together, ...candidates.map((each) => [each])]) {
    const changes = distinct(attempt.flatMap((each) => each.changes));
    const changed = changes.length === 0 ? undefined : changeText(text, changes);
    if (changed?.kind !== 'changed') continue;
    const after = lint(changed.text);
    // Among many, one bad fix must not hide behind the good ones.
    const isClean = attempt !== together || attempt.length === 1 || !hasMoreOfAny(after, problems);
    if (isClean && weight(after) < weight(problems))
      return { text: changed.text, problems: after, done: attempt, refused };
    refused.push(...(attempt === together ? [] : attempt));
  }
  return undefined;
}

function candidatesFor(text: string, problems: readonly Problem[]): readonly Candidate[] {
  const reading = readEditable(text);
  return problems.flatMap(({ code, line, fixes }) => {
    const fix = ruleOf(code)?.needsChoice ? undefined : fixes?.[0];
    const result = fix === undefined ? undefined : editTemplate(text, fix.edit, reading);
    if (fix === undefined || result?.kind !== 'changed' || result.changes.length === 0) return [];
    return [{ code, line, title: fix.title, changes: result.changes }];
  });
}

/** Those that touch what an earlier one changes wait for the next round; the very same change counts for both. */
function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const taken: TextChange[] = [];
  return candidates.filter(({ changes }) => {
    const isFree = changes.every((change) =>
      taken.every((other) => isSame(change, other) || !touches(change, other)),
    );
    if (isFree) taken.push(...changes);
    return isFree;
  });
}

function distinct(changes: readonly TextChange[]): readonly TextChange[] {
  return changes.filter((change, at) => changes.findIndex((other) => isSame(change, other)) === at);
}

function isSame(a: TextChange, b: TextChange): boolean {
  return a.offset === b.offset && a.length === b.length && a.text === b.text;
}

function touches(a: TextChange, b: TextChange): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}

function hasMoreOfAny(after: readonly Problem[], before: readonly Problem[]): boolean {
  const counts = new Map<string, number>();
  for (const { code } of before) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { code } of after) counts.set(code, (counts.get(code) ?? 0) - 1);
  return [...counts.values()].some((count) => count < 0);
}

function weight(problems: readonly Problem[]): number {
  return problems.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
}

function identity({ code, title, changes }: Candidate): string {
  return JSON.stringify([code, title, changes]);
}
