/**
 * What the end of a run waited for: back from the bar that ended last, always to what ended when it began, until the start. Pure.
 */
import type { Bar, Timeline } from './timeline.ts';

export interface CriticalWay {
  /** In the order of time, without gaps. */
  readonly bars: readonly Bar[];
  /** Milliseconds by kind: `attempt`, or the kind of wait. */
  readonly totals: ReadonlyMap<string, number>;
}

export function criticalWay({ rows }: Timeline, parentsOf: (step: string) => readonly string[]): CriticalWay {
  const byStep = new Map(rows.map(({ step, bars }) => [step, bars]));
  const all = rows.flatMap(({ bars }) => bars.filter(({ kind }) => kind === 'attempt'));
  let bar = all.reduce<Bar | undefined>(
    (last, each) => (each.toMs > (last?.toMs ?? -1) ? each : last),
    undefined,
  );
  const way: Bar[] = [];
  while (bar !== undefined) {
    const here: Bar = bar;
    const isForParents = here.kind === 'wait' && here.wait === 'dependency';
    // Instead of a wait for parents stands what the last of them did.
    if (!isForParents) way.push(here);
    bar = isForParents
      ? lastOf(parentsOf(here.step), byStep)
      : before(here, byStep.get(here.step) ?? [], parentsOf, byStep);
    if (way.length > all.length * 8) break;
  }
  const totals = new Map<string, number>();
  for (const each of way) {
    const kind = each.kind === 'attempt' ? 'attempt' : each.wait;
    totals.set(kind, (totals.get(kind) ?? 0) + each.toMs - each.fromMs);
  }
  return { bars: way.toReversed(), totals };
}

/** The bar of the same step before it; at its first one the parent that ended last. */
function before(
  bar: Bar,
  own: readonly Bar[],
  parentsOf: (step: string) => readonly string[],
  byStep: ReadonlyMap<string, readonly Bar[]>,
): Bar | undefined {
  const index = own.indexOf(bar);
  return index > 0 ? own[index - 1] : lastOf(parentsOf(bar.step), byStep);
}

function lastOf(parents: readonly string[], byStep: ReadonlyMap<string, readonly Bar[]>): Bar | undefined {
  return parents
    .flatMap((parent) => byStep.get(parent)?.at(-1) ?? [])
    .reduce<Bar | undefined>((last, each) => (each.toMs > (last?.toMs ?? -1) ? each : last), undefined);
}
