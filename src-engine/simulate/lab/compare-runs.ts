/** Two runs of a template side by side: how far they are alike, where they part, and what comes of it. Pure. */
import type { Comparison } from '../../api/contract/lab-schemas.ts';
import type { LoggedEvent } from '../../events/event.ts';
import type { ProfileName } from '../scenario.ts';
import type { Move } from './stopping/moves.ts';
import { movesOf } from './stopping/moves.ts';
import { lessonOf } from './profile-lessons.ts';

export interface ComparedRun {
  readonly run: string;
  readonly profile: ProfileName;
  readonly outcome: string | null;
  readonly startMs: number;
  readonly events: readonly LoggedEvent[];
  /** In the order of the template. */
  readonly steps: readonly string[];
}

type ComparedStep = Comparison['steps'][number];
type Side = NonNullable<ComparedStep['left']>;

export function compareRuns(left: ComparedRun, right: ComparedRun): Comparison {
  const [leftMoves, rightMoves] = [movesOf(left.events, left.startMs), movesOf(right.events, right.startMs)];
  const common = commonEvents(left.events, right.events);
  const [leftMs, rightMs] = [durationOf(left), durationOf(right)];
  const names = [...new Set([...left.steps, ...right.steps])];
  const [leftSides, rightSides] = [sidesOf(left.steps, leftMoves), sidesOf(right.steps, rightMoves)];
  const parting = partingOf(leftMoves, rightMoves);
  return {
    common,
    left: { run: left.run, events: left.events.length, outcome: left.outcome, durationMs: leftMs },
    right: { run: right.run, events: right.events.length, outcome: right.outcome, durationMs: rightMs },
    laterMs: rightMs - leftMs,
    steps: names.map((step) => compareStep(step, leftSides.get(step), rightSides.get(step))),
    sentences: [
      ...beginning(left, right, common),
      ...atParting(parting),
      ending(left, right, rightMs - leftMs),
    ],
    lesson: left.profile === right.profile ? null : lessonOf(left, right, parting),
  };
}

/** The first move in which two runs differ; null on a side that makes none any more. */
export interface Parting {
  readonly left: Move | null;
  readonly right: Move | null;
}

function partingOf(left: readonly Move[], right: readonly Move[]): Parting | null {
  const index = left.findIndex((move, place) => !sameMove(move, right[place]));
  if (index < 0)
    return left.length === right.length ? null : { left: null, right: right[left.length] ?? null };
  return { left: left[index] ?? null, right: right[index] ?? null };
}

function sameMove(one: Move, other: Move | undefined): boolean {
  return other?.step === one.step && other.to === one.to && other.atMs === one.atMs;
}

function commonEvents(left: readonly LoggedEvent[], right: readonly LoggedEvent[]): number {
  const index = left.findIndex((event, place) => !sameEvent(event, right[place]));
  return index < 0 ? left.length : index;
}

function sameEvent(one: LoggedEvent, other: LoggedEvent | undefined): boolean {
  return (
    other !== undefined &&
    one.name === other.name &&
    one.at === other.at &&
    JSON.stringify(one.payload) === JSON.stringify(other.payload)
  );
}

function durationOf({ events, startMs }: ComparedRun): number {
  const last = events.at(-1);
  return last === undefined ? 0 : Date.parse(last.at) - startMs;
}

const OVER = new Set(['complete', 'error', 'cancelled', 'resolved_manually']);

function sidesOf(steps: readonly string[], moves: readonly Move[]): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>(
    steps.map((step) => [step, { state: 'pending', attempts: 0, endedAtMs: null }]),
  );
  for (const { step, to, atMs } of moves) {
    const before = step === null ? undefined : sides.get(step);
    if (step === null || before === undefined) continue;
    const attempts = before.attempts + (to === 'in_progress' ? 1 : 0);
    sides.set(step, { state: to, attempts, endedAtMs: OVER.has(to) ? atMs : null });
  }
  return sides;
}

function compareStep(step: string, left: Side | undefined, right: Side | undefined): ComparedStep {
  const isSame =
    left?.state === right?.state &&
    left?.attempts === right?.attempts &&
    left?.endedAtMs === right?.endedAtMs;
  return { step, left: left ?? null, right: right ?? null, isSame };
}

function beginning(left: ComparedRun, right: ComparedRun, common: number): readonly string[] {
  if (common === left.events.length && common === right.events.length) {
    return [`Both are alike in all ${common} events.`];
  }
  // Under the other profile other events are told of the same move: the moves say more.
  if (left.profile !== right.profile) return [];
  return [common === 0 ? 'They differ from the first event on.' : `Both are alike for ${common} events.`];
}

function atParting(parting: Parting | null): readonly string[] {
  if (parting === null) return [];
  return [`Then they part: ${side('on the left', parting.left)}, ${side('on the right', parting.right)}.`];
}

function side(where: string, move: Move | null): string {
  if (move === null) return `${where} nothing moves any more`;
  const attempt = move.attempt === null ? '' : `, attempt ${move.attempt}`;
  return `${where} ${move.step ?? 'the task'} becomes ${words(move.to)} at ${seconds(move.atMs)} (event ${move.seq}${attempt})`;
}

function ending(left: ComparedRun, right: ComparedRun, laterMs: number): string {
  const [one, other] = [outcomeWords(left.outcome), outcomeWords(right.outcome)];
  const ends = one === other ? `Both ${one}` : `The left ${one}, the right ${other}`;
  if (laterMs === 0) return `${ends}, at the same time.`;
  return `${ends}; the right ${right.outcome === null || left.outcome === null ? 'is' : 'ends'} ${seconds(Math.abs(laterMs))} ${laterMs > 0 ? 'later' : 'earlier'}.`;
}

function outcomeWords(outcome: string | null): string {
  return outcome === null ? 'not over' : `ended ${words(outcome)}`;
}

function words(text: string): string {
  return text.replaceAll('_', ' ');
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toLocaleString('en', { maximumFractionDigits: 3 })} s`;
}
