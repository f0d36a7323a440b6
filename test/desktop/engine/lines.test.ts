import { expect, test } from 'vitest';
import { createLines } from '../../../src-main/desktop/engine/lines.ts';
import type { Lines } from '../../../src-main/desktop/engine/lines.ts';

function setting(hasEngine = true): { lines: Lines; atEngine: string[]; atPage: string[] } {
  const atEngine: string[] = [];
  const atPage: string[] = [];
  let made = 0;
  const lines = createLines<string>({
    create: () => {
      made += 1;
      return { forEngine: `engine ${made}`, forPage: `page ${made}` };
    },
    toEngine: (port) => {
      if (hasEngine) atEngine.push(port);
      return hasEngine;
    },
    toPage: (port) => void atPage.push(port),
  });
  return { lines, atEngine, atPage };
}

test('both ends of one channel are handed out', () => {
  const { lines, atEngine, atPage } = setting();
  expect(lines.connect()).toBe(true);
  expect([atEngine, atPage]).toEqual([['engine 1'], ['page 1']]);
});

test('a second request of the same page is refused', () => {
  const { lines, atPage } = setting();
  lines.connect();
  expect(lines.connect()).toBe(false);
  expect(atPage).toHaveLength(1);
});

test('a page that was loaded anew may ask again', () => {
  const { lines, atPage } = setting();
  lines.connect();
  lines.pageLoaded();
  expect(lines.connect()).toBe(true);
  expect(atPage).toEqual(['page 1', 'page 2']);
});

test('a new engine gets a line to a page that had one, and to no other', () => {
  const { lines, atEngine } = setting();
  lines.engineStarted();
  expect(atEngine).toEqual([]);
  lines.connect();
  lines.engineStarted();
  expect(atEngine).toEqual(['engine 1', 'engine 2']);
});

test('without an engine the page gets no end of nothing', () => {
  const { lines, atPage } = setting(false);
  expect(lines.connect()).toBe(true);
  expect(atPage).toEqual([]);
});
