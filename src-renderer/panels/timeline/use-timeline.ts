/** The timeline of the shown moment: folded anew a few times a second at most while the log grows. */
import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CriticalWay } from '../../../src-engine/timeline/critical-way.ts';
import { criticalWay } from '../../../src-engine/timeline/critical-way.ts';
import type { RetryTimes, Timeline } from '../../../src-engine/timeline/timeline.ts';
import { timelineOf } from '../../../src-engine/timeline/timeline.ts';
import { engine } from '../../api/engine.ts';
import { useDocument } from '../../store/document.ts';
import { useRun } from '../../store/run/run.ts';

const PAUSE_MS = 120;
const NO_TIMES: RetryTimes = new Map();

export interface ShownTimeline {
  readonly timeline: Timeline;
  readonly way: CriticalWay;
}

export function useTimeline(): ShownTimeline | null {
  const count = useSettled(useRun((state) => state.count));
  const run = useRun((state) => state.view?.run ?? null);
  const startedAt = useRun((state) => state.view?.startedAt ?? '');
  const events = useRun((state) => state.events);
  const now = useRun((state) => (count === state.count ? (state.view?.now ?? '') : ''));
  const steps = useDocument(useShallow((state) => state.view.steps));
  const edges = useDocument((state) => state.view.edges);
  const retryTimes = useRetryTimes(run, count);
  return useMemo(() => {
    if (run === null) return null;
    const names = new Map(steps.map(({ id, name }) => [id, name]));
    const parents = new Map<string, string[]>();
    for (const { from, to } of edges) {
      const [parent, child] = [names.get(from), names.get(to)];
      if (parent !== undefined && child !== undefined)
        parents.set(child, [...(parents.get(child) ?? []), parent]);
    }
    const timeline = timelineOf({
      events,
      count,
      startedAt,
      now: now === '' ? startedAt : now,
      steps: steps.map(({ name }) => ({ name, parents: parents.get(name) ?? [] })),
      retryTimes,
    });
    return { timeline, way: criticalWay(timeline, (step) => parents.get(step) ?? []) };
  }, [run, events, count, startedAt, now, steps, edges, retryTimes]);
}

/** A number that changes many times a second, a few times a second. */
function useSettled(value: number): number {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function useRetryTimes(run: string | null, count: number): RetryTimes {
  const [times, setTimes] = useState<{ readonly run: string; readonly times: RetryTimes } | null>(null);
  useEffect(() => {
    if (run === null || count === 0) return undefined;
    let isWanted = true;
    const take = (
      all: readonly { readonly step: string; readonly attempt: number; readonly atMs: number }[],
    ): void => {
      const byStep = new Map<string, Map<number, number>>();
      for (const { step, attempt, atMs } of all) {
        byStep.set(step, (byStep.get(step) ?? new Map<number, number>()).set(attempt, atMs));
      }
      if (isWanted) setTimes({ run, times: byStep });
    };
    void engine()
      .then((client) => client.runs.retryTimes({ run }))
      .then(take)
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [run, count]);
  return times?.run === run ? times.times : NO_TIMES;
}
