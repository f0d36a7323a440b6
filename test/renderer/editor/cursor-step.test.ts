import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { templateView } from '../../../src-engine/api/views/template-view.ts';
import { followCursor } from '../../../src-renderer/editor/features/cursor-step.ts';
import { quietly } from '../../../src-renderer/editor/features/quietly.ts';
import { EMPTY_VIEW, setText, useDocument } from '../../../src-renderer/store/document.ts';
import { clearSelection, selectStep, useSelection } from '../../../src-renderer/store/selection.ts';
import { rememberSource } from '../../../src-renderer/template/view-source.ts';

const TEXT = 'step_templates:\n  - name: a\n    handler_class: A\n\n  - name: b\n    handler_class: B\n';
const [A, B, BETWEEN] = [2, 5, 4] as const;

/** As Monaco says why the cursor moved. */
const REASON = { typed: 0, flushed: 1, others: 2, explicit: 3 } as const;

let line = 1;
let moved: (event: { readonly reason: number }) => void = () => {};
let stop = (): void => {};

function move(to: number, reason: number = REASON.explicit): void {
  line = to;
  moved({ reason });
}

function arrive(text: string): void {
  const view = templateView(text);
  rememberSource(view, { text, load: useDocument.getState().load });
  useDocument.setState({ view });
}

const selected = (): readonly [string | null, string] => [
  useSelection.getState().step,
  useSelection.getState().by,
];

beforeEach(() => {
  vi.useFakeTimers();
  useDocument.setState({ text: TEXT, isOpen: true, view: EMPTY_VIEW });
  arrive(TEXT);
  clearSelection();
  stop = followCursor({
    getPosition: () => ({ lineNumber: line, column: 5 }),
    onDidChangeCursorPosition: (listener) => {
      moved = listener;
      return { dispose: () => (moved = () => {}) };
    },
  });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('the step the cursor comes to rest in is selected', () => {
  move(A);
  vi.advanceTimersByTime(79);
  expect(selected()).toEqual([null, 'run']);
  vi.advanceTimersByTime(1);
  expect(selected()).toEqual(['a', 'text']);
});

test('steps the cursor only runs through are not', () => {
  const seen: (string | null)[] = [];
  const unsubscribe = useSelection.subscribe(({ step }) => seen.push(step));
  for (const to of [A, A + 1, BETWEEN, B]) {
    move(to);
    vi.advanceTimersByTime(30);
  }
  vi.advanceTimersByTime(80);
  unsubscribe();
  expect(seen).toEqual(['b']);
});

test('between steps the selection stays', () => {
  selectStep('b', 'canvas');
  move(BETWEEN);
  vi.advanceTimersByTime(100);
  expect(selected()).toEqual(['b', 'canvas']);
});

test('the step that is selected already is not selected again', () => {
  selectStep('a', 'canvas');
  const { turn } = useSelection.getState();
  move(A);
  vi.advanceTimersByTime(100);
  expect(useSelection.getState().turn).toBe(turn);
});

test('moves nobody made by hand select nothing', () => {
  quietly(() => move(A));
  move(A, REASON.flushed);
  move(A, REASON.others);
  vi.advanceTimersByTime(100);
  expect(selected()).toEqual([null, 'run']);
});

test('in a text that was just changed, the step is selected as soon as its place is known', () => {
  setText(`# new\n${TEXT}`);
  move(B + 1, REASON.typed);
  vi.advanceTimersByTime(100);
  expect(selected()).toEqual([null, 'run']);
  arrive(`# new\n${TEXT}`);
  expect(selected()).toEqual(['b', 'text']);
});

test('what was selected elsewhere meanwhile is not taken back', () => {
  setText(`# new\n${TEXT}`);
  move(B + 1, REASON.typed);
  vi.advanceTimersByTime(100);
  selectStep('a', 'canvas');
  arrive(`# new\n${TEXT}`);
  expect(selected()).toEqual(['a', 'canvas']);
});
