/** The drawing, its names on the left, and what the hand does on it: hover, click, brush, wheel, keys. */
import type { KeyboardEvent, PointerEvent, WheelEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Axis } from '../../../src-engine/timeline/axis.ts';
import type { Bar } from '../../../src-engine/timeline/timeline.ts';
import { goToEvent, useRun } from '../../store/run/run.ts';
import { selectEvent, selectStep, useSelection } from '../../store/selection.ts';
import { barLook } from './bar-look.ts';
import { draw, HEAD, ROW } from './draw.ts';
import styles from './timeline.module.css';
import type { ShownTimeline } from './use-timeline.ts';
import type { Zoom } from './use-zoom.ts';

export interface TimelineCanvasProps {
  readonly shown: ShownTimeline;
  readonly axis: Axis;
  readonly zoom: Zoom;
  readonly showsWay: boolean;
}

interface Brush {
  readonly from: number;
  readonly to: number;
}

/** A drag shorter than this is a click. */
const CLICK_PX = 4;

export function TimelineCanvas({ shown, axis, zoom, showsWay }: TimelineCanvasProps) {
  const { rows } = shown.timeline;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [scrollTop, setScrollTop] = useState(0);
  const [brush, setBrush] = useState<Brush | null>(null);
  const [hover, setHover] = useState<{ readonly bar: Bar; readonly x: number; readonly y: number } | null>(
    null,
  );
  const playheadMs = useRun(({ now, view }) => Date.parse(now) - Date.parse(view?.startedAt ?? ''));
  const selected = useSelection((state) => state.step);

  useEffect(() => {
    const element = canvas.current?.parentElement;
    if (element == null) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (element == null || context == null) return;
      const scale = devicePixelRatio;
      element.width = size.width * scale;
      element.height = size.height * scale;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.font = `11px ${getComputedStyle(element).fontFamily}`;
      const style = getComputedStyle(element);
      const critical = showsWay ? new Set(shown.way.bars) : null;
      const picture = { rows, axis, view: zoom.view, scrollTop, playheadMs, selected, critical, brush };
      draw(context, size.width, size.height, picture, (name) => style.getPropertyValue(name));
    });
    return () => cancelAnimationFrame(frame);
  }, [rows, axis, zoom.view, scrollTop, playheadMs, selected, showsWay, shown.way, brush, size]);

  const placeAt = (x: number): number =>
    zoom.view.from + (x / Math.max(1, size.width)) * (zoom.view.to - zoom.view.from);
  const barAt = (x: number, y: number): Bar | undefined => {
    const ms = axis.time(placeAt(x));
    const row = rows[Math.floor((y - HEAD + scrollTop) / ROW)];
    return y < HEAD ? undefined : row?.bars.find((bar) => bar.fromMs <= ms && ms <= bar.toMs);
  };
  const at = (event: PointerEvent | WheelEvent): { readonly x: number; readonly y: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onPointerUp = (event: PointerEvent): void => {
    const { x, y } = at(event);
    const drawn = brush;
    setBrush(null);
    if (drawn !== null && Math.abs(drawn.to - drawn.from) >= CLICK_PX) {
      zoom.show(placeAt(Math.min(drawn.from, drawn.to)), placeAt(Math.max(drawn.from, drawn.to)));
      return;
    }
    const bar = barAt(x, y);
    if (bar !== undefined) selectEvent(bar.seq, bar.step, 'details');
    else goToTime(axis.time(placeAt(x)));
  };
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey) zoom.by(event.deltaY > 0 ? 1.2 : 1 / 1.2, at(event).x / Math.max(1, size.width));
    else if (event.shiftKey || event.deltaX !== 0) zoom.pan((event.deltaX || event.deltaY) / 600);
    else setScrollTop(clampScroll(scrollTop + event.deltaY, rows.length, size.height));
  };
  return (
    <div className={styles['body']}>
      <Names
        rows={rows.map(({ step }) => step)}
        scrollTop={scrollTop}
        height={size.height}
        selected={selected}
      />
      <div
        className={styles['drawing']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its keys move what is in sight
        tabIndex={0}
        role="application"
        aria-label="Bars over virtual time. Plus and minus zoom, arrows move, Escape shows the whole run."
        onKeyDown={(press) =>
          keys(press, zoom, (by) => setScrollTop(clampScroll(scrollTop + by, rows.length, size.height)))
        }
        onWheel={onWheel}
        onPointerDown={(event) => {
          const { x } = at(event);
          event.currentTarget.setPointerCapture(event.pointerId);
          setBrush({ from: x, to: x });
        }}
        onPointerMove={(event) => {
          const { x, y } = at(event);
          if (brush !== null) setBrush({ ...brush, to: x });
          const bar = barAt(x, y);
          setHover(bar === undefined ? null : { bar, x, y });
        }}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setHover(null)}
      >
        <canvas ref={canvas} style={{ width: size.width, height: size.height }} aria-hidden />
        {hover !== null && (
          <div
            className={styles['hover']}
            role="tooltip"
            style={{ left: Math.min(hover.x + 12, size.width - 260), top: hover.y + 14 }}
          >
            {barLook(hover.bar).words}
          </div>
        )}
      </div>
    </div>
  );
}

function clampScroll(top: number, rows: number, height: number): number {
  return Math.min(Math.max(0, top), Math.max(0, rows * ROW + HEAD - height));
}

/** The last event that was told by then. */
function goToTime(ms: number): void {
  const { events, count, view } = useRun.getState();
  const wanted = Date.parse(view?.startedAt ?? '') + ms;
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Date.parse(events[middle]?.at ?? '') <= wanted) low = middle + 1;
    else high = middle;
  }
  goToEvent(Math.max(1, low));
}

function keys(press: KeyboardEvent, zoom: Zoom, scroll: (by: number) => void): void {
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => zoom.by(0.6),
    '=': () => zoom.by(0.6),
    '-': () => zoom.by(1 / 0.6),
    ArrowLeft: () => zoom.pan(-0.2),
    ArrowRight: () => zoom.pan(0.2),
    ArrowUp: () => scroll(-ROW),
    ArrowDown: () => scroll(ROW),
    Escape: () => zoom.reset(),
  };
  const action = press.ctrlKey || press.altKey || press.metaKey ? undefined : actions[press.key];
  if (action === undefined) return;
  press.preventDefault();
  press.stopPropagation();
  action();
}

interface NamesProps {
  readonly rows: readonly string[];
  readonly scrollTop: number;
  readonly height: number;
  readonly selected: string | null;
}

/** Only those in sight. */
function Names({ rows, scrollTop, height, selected }: NamesProps) {
  const first = Math.max(0, Math.floor(scrollTop / ROW));
  const seen = rows.slice(first, Math.ceil((scrollTop + height) / ROW));
  return (
    <ul className={styles['names']} aria-label="Steps">
      {seen.map((step, index) => (
        <li key={step} style={{ top: HEAD + (first + index) * ROW - scrollTop }}>
          <button
            type="button"
            aria-pressed={step === selected}
            title={step}
            onClick={() => selectStep(step, 'details')}
          >
            {step}
          </button>
        </li>
      ))}
    </ul>
  );
}
