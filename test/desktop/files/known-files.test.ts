import { expect, test } from 'vitest';
import {
  byId,
  knownFilesSchema,
  recentOf,
  withUsed,
  withoutRecent,
} from '../../../src-main/desktop/files/known-files.ts';
import type { KnownFiles } from '../../../src-main/desktop/files/known-files.ts';

function used(...paths: readonly string[]): KnownFiles {
  let next = 0;
  return paths.reduce<KnownFiles>(
    (files, path) =>
      withUsed(files, path, () => {
        next += 1;
        return `id${next}`;
      }),
    [],
  );
}

const paths = (files: KnownFiles): readonly string[] => files.map(({ path }) => path);

test('the file used last comes first, and keeps its id', () => {
  const files = used('/a', '/b', '/a');
  expect(paths(files)).toEqual(['/a', '/b']);
  expect(byId(files, 'id1')?.path).toBe('/a');
});

test('ten are shown, more are known', () => {
  const files = used(...Array.from({ length: 100 }, (_, index) => `/${index}`));
  expect(recentOf(files)).toHaveLength(10);
  expect(files.length).toBeGreaterThan(10);
  expect(files.length).toBeLessThan(100);
});

test('clearing forgets all but what is in use, and shows nothing', () => {
  const files = withoutRecent(used('/a', '/b', '/c'), new Set(['id2']));
  expect(paths(files)).toEqual(['/b']);
  expect(recentOf(files)).toEqual([]);
  expect(paths(recentOf(withUsed(files, '/b', () => 'x')))).toEqual(['/b']);
});

test('what is written can be read, other things not', () => {
  expect(knownFilesSchema.safeParse(used('/a')).success).toBe(true);
  expect(knownFilesSchema.safeParse([{ id: '', path: '/a', isRecent: true }]).success).toBe(false);
});
