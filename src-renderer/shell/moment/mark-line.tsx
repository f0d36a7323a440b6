/** The marks of the log as one drawing: ten thousand of them are no elements of the page. */
import { useEffect, useRef } from 'react';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import { useRun } from '../../store/run/run.ts';
import type { MarkKind } from './log-marks.ts';
import { LogMarks } from './log-marks.ts';
import styles from './moment.module.css';

const COLOURS: Readonly<Record<MarkKind, string>> = {
  failure: '--state-error',
  retry: '--state-waiting',
  crash: '--text',
  end: '--accent',
};
/** Told apart by height as well as by colour. */
const HEIGHTS: Readonly<Record<MarkKind, number>> = { failure: 1, retry: 0.5, crash: 1, end: 1 };
const WIDTH = 2;

const marks = new LogMarks();

export function MarkLine() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const events = useRun((state) => state.events);
  const count = useRun((state) => state.count);
  useEffect(() => {
    const frame = requestAnimationFrame(() => canvas.current !== null && draw(canvas.current, events, count));
    return () => cancelAnimationFrame(frame);
  }, [events, count]);
  return <canvas ref={canvas} className={styles['marks']} height={10} aria-hidden />;
}

function draw(canvas: HTMLCanvasElement, events: readonly LoggedEvent[], count: number): void {
  canvas.width = canvas.clientWidth;
  const context = canvas.getContext('2d');
  if (context === null || count === 0) return;
  const style = getComputedStyle(canvas);
  const { width, height } = canvas;
  for (const { seq, kind } of marks.of(events, count)) {
    context.fillStyle = style.getPropertyValue(COLOURS[kind]);
    const tall = height * HEIGHTS[kind];
    context.fillRect(
      Math.round(((seq - 1) / Math.max(1, count - 1)) * (width - WIDTH)),
      height - tall,
      WIDTH,
      tall,
    );
  }
}
