/** Small values of a database as text: states, times, numbers, sizes, JSON. */
import type { Colours } from '../../io.ts';
import { STEP_STYLES } from '../state-style.ts';
import { counted, printable, wrap } from '../text.ts';

interface StateStyle {
  readonly sign: string;
  readonly word: string;
  readonly paint: (colours: Colours) => (text: string) => string;
}

/** A state that Tasker's successor has beside the six keeps its own name. */
export function stateStyle(state: string): StateStyle {
  const known = Object.entries(STEP_STYLES).find(([name]) => name === state)?.[1];
  return (
    known ?? { sign: '·', word: printable(state.replaceAll('_', ' ')), paint: () => (text: string) => text }
  );
}

export function stateText(state: string): string {
  const { sign, word } = stateStyle(state);
  return `${sign} ${word}`;
}

export const UTC = '(UTC)';

/** `2026-05-01 10:00:07`, of UTC. */
export function timeText(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})/.exec(iso);
  return match === null ? printable(iso) : `${match[1]} ${match[2]}`;
}

/** The same, of which the day is left out where it is that of another time that stands before it. */
export function laterText(iso: string, before: string): string {
  const [text, other] = [timeText(iso), timeText(before)];
  return text.includes(' ') && text.split(' ')[0] === other.split(' ')[0]
    ? text.slice(text.indexOf(' ') + 1)
    : text;
}

export function numberText(value: number): string {
  return value.toLocaleString('en-US');
}

export function sizeText(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `4 complete, 1 error`. */
export function stateCounts(counts: readonly { readonly state: string; readonly count: number }[]): string {
  return counts.map(({ state, count }) => `${numberText(count)} ${stateStyle(state).word}`).join(', ');
}

/** `✓3 ✗1`: the same in few characters. */
export function stateSigns(counts: readonly { readonly state: string; readonly count: number }[]): string {
  const sums = new Map<string, number>();
  for (const { state, count } of counts) {
    const { sign } = stateStyle(state);
    sums.set(sign, (sums.get(sign) ?? 0) + count);
  }
  return [...sums].map(([sign, count]) => `${sign}${numberText(count)}`).join(' ');
}

/** A sentence on as many lines as it needs, indented. */
export function paragraph(text: string, width: number, indent: string): readonly string[] {
  return wrap(printable(text), width - indent.length).map((line) => `${indent}${line}`);
}

/** Text of several lines, e.g. a script, line by line as it is. */
export function block(text: string, indent: string): readonly string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => `${indent}${printable(line.replaceAll('\t', '  '))}`.trimEnd());
}

export function inParagraphs(parts: readonly (readonly string[])[]): readonly string[] {
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
