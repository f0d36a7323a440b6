import { expect, test } from 'vitest';
import { createFileRequests } from '../../../src-main/desktop/files/file-requests.ts';

const turns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test('requests wait until the page listens, then come in order', async () => {
  const opened: string[] = [];
  const requests = createFileRequests(() => {});
  requests.request(['/a']);
  requests.request(['/b']);
  await turns();
  expect(opened).toEqual([]);
  requests.pageReady(async (path) => void opened.push(path));
  requests.request(['/c']);
  await turns();
  expect(opened).toEqual(['/a', '/b', '/c']);
});

test('a page that is gone gets nothing, the next one does', async () => {
  const opened: string[] = [];
  const requests = createFileRequests(() => {});
  requests.pageReady(async () => void opened.push('first'));
  requests.pageGone();
  requests.request(['/a']);
  await turns();
  requests.pageReady(async (path) => void opened.push(path));
  await turns();
  expect(opened).toEqual(['/a']);
});

test('a file that fails does not hold up the next', async () => {
  const opened: string[] = [];
  const failures: unknown[] = [];
  const requests = createFileRequests((error) => void failures.push(error));
  requests.pageReady(async (path) => {
    if (path === '/bad') throw new Error('bad');
    opened.push(path);
  });
  requests.request(['/bad', '/good']);
  await turns();
  expect(opened).toEqual(['/good']);
  expect(failures).toHaveLength(1);
});

test('nobody opens a thousand files', async () => {
  const opened: string[] = [];
  const requests = createFileRequests(() => {});
  requests.request(Array.from({ length: 1_000 }, (_, index) => `/${index}`));
  requests.pageReady(async (path) => void opened.push(path));
  await turns();
  expect(opened).toHaveLength(8);
});
