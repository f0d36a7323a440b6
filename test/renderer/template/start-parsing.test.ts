import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { templateView } from '../../../src-engine/api/views/template-view.ts';
import { EMPTY_VIEW, setText, useDocument } from '../../../src-renderer/store/document.ts';
import { useNotices } from '../../../src-renderer/store/notices.ts';
import { parseNow, startParsing } from '../../../src-renderer/template/start-parsing.ts';
import type { ParseRequest } from '../../../src-renderer/template/template-parser.ts';
import { sourceOf } from '../../../src-renderer/template/view-source.ts';

let asked: ParseRequest[] = [];
let stop = (): void => {};

/** There are no workers in the tests: every text is read in the page, and each reading is written down. */
function start(): void {
  stop = startParsing({
    startWorker: () => {
      throw new Error('no workers here');
    },
    readHere: (request) => {
      asked.push(request);
      return Promise.resolve(templateView(request.text));
    },
  });
}

function open(text: string): void {
  useDocument.setState(({ load }) => ({
    text,
    savedText: text,
    isOpen: true,
    load: load + 1,
    environment: null,
  }));
}

const nameShown = (): string | undefined => useDocument.getState().view.name;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  useDocument.setState({ text: '', isOpen: false, environment: null, view: EMPTY_VIEW });
  useNotices.setState({ notices: [] });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('nothing is read before a text is open', async () => {
  start();
  setText('name: a\n');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
});

test('a text that is opened is read at once', async () => {
  start();
  open('name: a\n');
  await vi.advanceTimersByTimeAsync(0);
  expect(nameShown()).toBe('a');
});

test('a text that is open already when it begins is read', async () => {
  open('name: early\n');
  start();
  await vi.advanceTimersByTimeAsync(0);
  expect(nameShown()).toBe('early');
});

test('while somebody types nothing is read; after a pause the last text is', async () => {
  open('name: a\n');
  start();
  await vi.advanceTimersByTimeAsync(0);
  for (const name of ['ab', 'abc', 'abcd']) {
    setText(`name: ${name}\n`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect([asked.length, nameShown()]).toEqual([1, 'a']);
  await vi.advanceTimersByTimeAsync(20);
  expect([asked.length, nameShown()]).toEqual([2, 'abcd']);
});

test('a change that was not typed does not wait for the pause', async () => {
  open('name: a\n');
  start();
  await vi.advanceTimersByTimeAsync(0);
  setText('name: b\n');
  parseNow();
  await vi.advanceTimersByTimeAsync(0);
  expect(nameShown()).toBe('b');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(2);
});

test('another environment is read at once', async () => {
  open('name: a\nenvironments: { test: { version: 2.0.0 } }\n');
  start();
  await vi.advanceTimersByTimeAsync(0);
  useDocument.setState({ environment: 'test' });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ environment }) => environment)).toEqual([null, 'test']);
});

test('the view knows the text it was made of', async () => {
  open('name: a\n');
  start();
  await vi.advanceTimersByTimeAsync(0);
  const { view, load } = useDocument.getState();
  expect(sourceOf(view)).toEqual({ text: 'name: a\n', load });
  expect(sourceOf(EMPTY_VIEW)).toBeUndefined();
});

test('the view of a document that was left meanwhile is never shown', async () => {
  const seen: (string | undefined)[] = [];
  start();
  const unsubscribe = useDocument.subscribe(({ view }) => seen.push(view.name));
  open('name: first\n');
  open('name: second\n');
  await vi.advanceTimersByTimeAsync(10);
  unsubscribe();
  expect(seen).not.toContain('first');
  expect(nameShown()).toBe('second');
});

test('that there is no worker is said once', async () => {
  start();
  open('name: a\n');
  await vi.advanceTimersByTimeAsync(0);
  open('name: b\n');
  await vi.advanceTimersByTimeAsync(0);
  expect(useNotices.getState().notices).toMatchObject([{ kind: 'info' }]);
});
