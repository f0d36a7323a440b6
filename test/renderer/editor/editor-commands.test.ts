import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ViewHandle } from '../../../src-renderer/editor/editor-commands.ts';
import {
  applyEdits,
  find,
  focus,
  revealRange,
  setTextHandle,
  setViewHandle,
  undo,
} from '../../../src-renderer/editor/editor-commands.ts';

function viewWith(done: string[]): ViewHandle {
  return {
    find: () => done.push('find'),
    focus: () => done.push('focus'),
    revealRange: ({ offset }) => done.push(`reveal ${offset}`),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
});

afterEach(() => {
  setViewHandle(null);
  vi.useRealTimers();
});

test('before the editor is loaded nothing is changed, and that is said', () => {
  expect(applyEdits([{ offset: 0, length: 0, text: 'a' }])).toBe(false);
  expect(undo).not.toThrow();
});

test('a loaded editor takes changes without a view', () => {
  const done: string[] = [];
  setTextHandle({
    applyEdits: (changes) => done.push(...changes.map(({ text }) => text)) > 0,
    undo: () => done.push('undo'),
    redo: () => done.push('redo'),
    remember: ({ title }) => done.push(title),
  });
  expect(applyEdits([{ offset: 0, length: 0, text: 'a' }])).toBe(true);
  undo();
  expect(done).toEqual(['a', 'undo']);
});

test('what a view is asked for is done at once', () => {
  const done: string[] = [];
  setViewHandle(viewWith(done));
  focus();
  revealRange({ offset: 7, length: 1 });
  expect(done).toEqual(['focus', 'reveal 7']);
});

test('a view that comes up soon does what it was asked for, the last of each kind', () => {
  const done: string[] = [];
  revealRange({ offset: 1, length: 1 });
  focus();
  revealRange({ offset: 2, length: 1 });
  vi.advanceTimersByTime(2_999);
  setViewHandle(viewWith(done));
  expect(done).toEqual(['reveal 2', 'focus']);
});

test('a view that comes up late, or a second one, does not', () => {
  const done: string[] = [];
  find();
  vi.advanceTimersByTime(3_000);
  setViewHandle(viewWith(done));
  focus();
  setViewHandle(null);
  setViewHandle(viewWith(done));
  expect(done).toEqual(['focus']);
});
