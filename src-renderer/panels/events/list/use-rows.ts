/**
 * Which rows are in the page, and what the list is scrolled to: the newest row until a person scrolls up, and again once he
 * scrolls to the end; a row that is revealed stays where it is.
 */
import type { Range, Virtualizer } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useRun } from '../../../store/run/run.ts';
import { useScrubbing } from '../../../store/run/scrubbing.ts';
import { useSelection } from '../../../store/selection.ts';
import { setFollowing, useEventView } from '../log/event-view.ts';
import { rowOf } from '../log/filtered-log.ts';

export const ROW = 24;
/** Of the heading, which stays on top and hides what is below it. */
export const HEADING = 25;

/** Where the list was left; it is taken down while another tab is shown. */
let leftAt = 0;

export interface Rows {
  readonly scroller: RefObject<HTMLTableElement | null>;
  readonly virtualizer: Virtualizer<HTMLTableElement, Element>;
  readonly onScroll: () => void;
  readonly reveal: (row: number) => void;
}

/** @param current Row of the active event; -1 when there is none. */
export function useRows(count: number, current: number): Rows {
  const scroller = useRef<HTMLTableElement>(null);
  const isFollowing = useEventView((state) => state.isFollowing);
  const isRevealing = useRef(false);
  const virtualizer = useVirtualRows(scroller, count, current);

  useLayoutEffect(() => {
    const element = scroller.current;
    // Not by the virtualizer: the page knows its end, and it may have grown by more than one batch.
    if (isFollowing && count > 0 && element !== null) element.scrollTop = element.scrollHeight;
  }, [isFollowing, count]);

  const reveal = useCallback(
    (row: number) => {
      const element = scroller.current;
      const offset = element === null ? null : offsetFor(row, virtualizer);
      if (element === null || offset === null) return;
      isRevealing.current = true;
      element.scrollTop = offset;
    },
    [virtualizer],
  );
  useRevealFromElsewhere(reveal);
  useRevealMoment(reveal);

  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    // The end moves away as the log grows, so only the way the person goes says what he wants.
    const isUp = element.scrollTop < leftAt - 1;
    const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
    leftAt = element.scrollTop;
    if (isRevealing.current) isRevealing.current = false;
    else if (isAtEnd) setFollowing(true);
    else if (isUp) setFollowing(false);
  };
  return { scroller, virtualizer, onScroll, reveal };
}

/**
 * Where the list is to be scrolled to so that the row is in sight; null where it is already. By what is known of the list: to ask the
 * page, as the virtualizer would, lays all of it out again.
 */
function offsetFor(
  row: number,
  { scrollOffset, scrollRect }: Virtualizer<HTMLTableElement, Element>,
): number | null {
  const offset = scrollOffset ?? 0;
  const room = (scrollRect?.height ?? 0) - HEADING;
  const top = row * ROW;
  if (top < offset) return top;
  return top + ROW > offset + room ? top + ROW - room : null;
}

function useVirtualRows(
  scroller: RefObject<HTMLTableElement | null>,
  count: number,
  current: number,
): Virtualizer<HTMLTableElement, Element> {
  // The active row stays in the page wherever the list is scrolled to: `aria-activedescendant` must name what is there.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      if (current < 0 || current >= count || seen.includes(current)) return seen;
      return [...seen, current].toSorted((a, b) => a - b);
    },
    [current, count],
  );
  return useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    scrollPaddingStart: HEADING,
    scrollMargin: HEADING,
    initialOffset: () => leftAt,
    rangeExtractor,
  });
}

/** While a hand drags along the log the list waits until it stays somewhere: thirty new rows cost more than the whole canvas. */
const HELD_REST_MS = 120;

/** Somebody who goes through the log sees where he is. */
function useRevealMoment(reveal: (row: number) => void): void {
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined;
    const revealShown = (): void => {
      const { rows, rowCount } = useEventView.getState();
      const row = rowOf(rows, rowCount, useRun.getState().shown - 1);
      if (row >= 0) reveal(row);
    };
    const forget = useRun.subscribe(({ moment, shown }, before) => {
      if (moment === null || shown === before.shown) return;
      clearTimeout(later);
      if (useScrubbing.getState().isHeld) later = setTimeout(revealShown, HELD_REST_MS);
      else revealShown();
    });
    return () => {
      forget();
      clearTimeout(later);
    };
  }, [reveal]);
}

/** An event selected in another view comes into sight; a step selected there does not move the list. */
function useRevealFromElsewhere(reveal: (row: number) => void): void {
  useEffect(() => {
    const revealSelected = (): void => {
      const { event, by } = useSelection.getState();
      const { rows, rowCount } = useEventView.getState();
      const row = event === null || by === 'events' ? -1 : rowOf(rows, rowCount, event - 1);
      if (row >= 0) reveal(row);
    };
    revealSelected();
    return useSelection.subscribe(revealSelected);
  }, [reveal]);
}
