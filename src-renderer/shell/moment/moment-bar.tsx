/** The log as one line to go along: which moment everything on the screen shows, and how to get to another. */
import {
  ChevronsLeft,
  ChevronsRight,
  Rewind,
  SkipBack,
  SkipForward,
  StepBack,
  StepForward,
} from 'lucide-react';
import type { ChangeEvent } from 'react';
import { useDocument } from '../../store/document.ts';
import { goToEvent, isInThePast, useRun } from '../../store/run/run.ts';
import { setHeld } from '../../store/run/scrubbing.ts';
import { Button } from '../../ui/controls/button.tsx';
import { timeSince } from '../../ui/data/virtual-time.ts';
import { CommandButton } from '../toolbar/command-button.tsx';
import { Breakpoints } from './breakpoints.tsx';
import { MarkLine } from './mark-line.tsx';
import styles from './moment.module.css';

export function MomentBar() {
  const isOpen = useDocument((state) => state.isOpen);
  const isPast = useRun(isInThePast);
  if (!isOpen) return null;
  return (
    <section className={styles['bar']} data-past={isPast} aria-label="Moment">
      <span className={styles['buttons']} role="toolbar" aria-label="Go through the log">
        <CommandButton id="run.logStart" icon={SkipBack} />
        <CommandButton id="run.runBack" icon={Rewind} />
        <CommandButton id="run.tickBack" icon={ChevronsLeft} />
        <CommandButton id="run.back" icon={StepBack} />
        <CommandButton id="run.step" icon={StepForward} />
        <CommandButton id="run.stepTick" icon={ChevronsRight} />
        <CommandButton id="run.toEnd" icon={SkipForward} />
      </span>
      <Scrubber />
      <Where />
      {isPast && <Button onClick={() => goToEvent(null)}>Back to the end</Button>}
      <Breakpoints />
    </section>
  );
}

function Scrubber() {
  const count = useRun((state) => state.count);
  const shown = useRun((state) => state.shown);
  const words = useMomentWords();
  const move = (event: ChangeEvent<HTMLInputElement>): void => goToEvent(Number(event.target.value));
  return (
    <span className={styles['scrubber']}>
      <MarkLine />
      <input
        type="range"
        min={count === 0 ? 0 : 1}
        max={count}
        value={shown}
        disabled={count === 0}
        aria-label="Event that is looked at"
        aria-valuetext={words}
        onChange={move}
        onPointerDown={() => setHeld(true)}
        onPointerUp={() => setHeld(false)}
        onPointerCancel={() => setHeld(false)}
        onBlur={() => setHeld(false)}
      />
    </span>
  );
}

function Where() {
  const isPast = useRun(isInThePast);
  return (
    <output className={styles['where']} data-past={isPast}>
      {useMomentWords()}
    </output>
  );
}

/** e.g. `Event 42 of 318 · 0:12.400`. */
function useMomentWords(): string {
  const shown = useRun((state) => state.shown);
  const count = useRun((state) => state.count);
  const time = useRun(({ view, events, shown: seq }) =>
    timeSince(view?.startedAt ?? '', events[seq - 1]?.at ?? view?.startedAt ?? ''),
  );
  if (count === 0) return 'No event yet';
  return `Event ${shown.toLocaleString('en')} of ${count.toLocaleString('en')} · ${time}`;
}
