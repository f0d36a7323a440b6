/** One page at a time, and messages that arrive as they were sent. */
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { LONGEST_MESSAGE } from '../../src-main/server/line/connections.ts';
import { CLOSE, MESSAGE_TOO_LONG } from '../../src-shared/browser/close-codes.ts';
import type { TestServer } from './support/test-server.ts';
import { closed, connect, opened, testServer } from './support/test-server.ts';

/** A page with a line, and the engine's end of it. */
async function line(server: TestServer, client?: string) {
  const page = await opened(connect(server, client === undefined ? {} : { client }));
  const port = server.engines.at(-1);
  if (port === undefined) throw new Error('there is no line to the engine');
  return { page, port };
}

async function nextOf(page: WebSocket): Promise<{ data: Buffer; isBinary: boolean }> {
  const [data, isBinary] = await once(page, 'message');
  return { data, isBinary };
}

describe('one page at a time', () => {
  test('a second one is told that the engine is in use, and does not disturb', async () => {
    const server = await testServer();
    const { page, port } = await line(server);
    expect(await closed(connect(server))).toEqual(CLOSE.inUse);
    port.postMessage('still here');
    expect((await nextOf(page)).data.toString()).toBe('still here');
    expect(server.engines).toHaveLength(1);
  });

  test('a second one may take over, and keeps the seat when the first one leaves', async () => {
    const server = await testServer();
    const { page } = await line(server);
    const leaving = closed(page);
    await opened(connect(server, { takeover: true }));
    expect(await leaving).toEqual(CLOSE.takenOver);
    expect(await closed(connect(server))).toEqual(CLOSE.inUse);
  });

  test('the same page comes back to its own seat', async () => {
    const server = await testServer();
    const client = randomUUID();
    const { page } = await line(server, client);
    const replaced = closed(page);
    await line(server, client);
    expect(await replaced).toEqual(CLOSE.replaced);
    expect(server.engines).toHaveLength(2);
  });

  test('when it leaves, the next one is welcome, and the engine is told', async () => {
    const server = await testServer();
    const { page, port } = await line(server);
    const left = once(port, 'close');
    page.close();
    await left;
    await line(server);
  });
});

describe('messages', () => {
  test('text stays text and bytes stay bytes, both ways and in order', async () => {
    const server = await testServer();
    const { page, port } = await line(server);
    const received: unknown[] = [];
    port.on('message', (message) => received.push(message));
    const bytes = new Uint8Array([0, 255, 123]);
    page.send('{"a":"ü"}');
    page.send(bytes);
    page.send('last');
    await expect.poll(() => received).toEqual(['{"a":"ü"}', bytes, 'last']);
    const answers: unknown[] = [];
    page.on('message', (data: Buffer, isBinary) =>
      answers.push(isBinary ? Uint8Array.from(data) : data.toString()),
    );
    for (const message of ['eins', bytes, 'ü']) port.postMessage(message);
    await expect.poll(() => answers).toEqual(['eins', bytes, 'ü']);
  });

  test('the longest one passes, a longer one ends the connection', async () => {
    const server = await testServer();
    const { page, port } = await line(server);
    const arrived = once(port, 'message');
    page.send('x'.repeat(LONGEST_MESSAGE));
    expect((await arrived)[0]).toHaveLength(LONGEST_MESSAGE);
    page.send('x'.repeat(LONGEST_MESSAGE + 1));
    expect((await closed(page)).code).toBe(MESSAGE_TOO_LONG);
    await line(server);
  });

  test('a page that does not read is sent away before it fills the memory', async () => {
    const server = await testServer({ buffered: 100_000, waiting: 1_000_000 });
    const { page, port } = await line(server);
    page.pause();
    const ended = once(port, 'close');
    const part = 'x'.repeat(100_000);
    // More than the limits and than what the operating system holds between the two ends.
    for (let i = 0; i < 300; i += 1) port.postMessage(part);
    await ended;
    page.resume();
    expect(await closed(page)).toEqual(CLOSE.tooSlow);
    await line(server);
  });

  test('a page that is slow for a while gets everything', async () => {
    const server = await testServer({ buffered: 100_000, waiting: 100_000_000 });
    const { page, port } = await line(server);
    page.pause();
    for (let i = 0; i < 300; i += 1) port.postMessage(`${i} ${'x'.repeat(100_000)}`);
    const numbers: number[] = [];
    page.on('message', (data: Buffer) => numbers.push(Number(data.toString().split(' ')[0])));
    setTimeout(() => page.resume(), 200);
    await expect.poll(() => numbers.length, { timeout: 10_000 }).toBe(300);
    expect(numbers).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });
});

describe('endings', () => {
  test('a page is told when the engine has ended, and when there is none', async () => {
    const server = await testServer();
    const { page } = await line(server);
    server.setEngineDown();
    server.disconnect(CLOSE.engineEnded);
    expect(await closed(page)).toEqual(CLOSE.engineEnded);
    expect(await closed(connect(server))).toEqual(CLOSE.engineEnded);
  });

  test('a page is told when its line breaks', async () => {
    const server = await testServer();
    const { page, port } = await line(server);
    port.close();
    expect(await closed(page)).toEqual(CLOSE.engineEnded);
  });

  test('the server says goodbye and is gone within a second, also when a page does not answer', async () => {
    const server = await testServer();
    const { page } = await line(server);
    const goodbye = closed(page);
    await server.close();
    expect(await goodbye).toEqual(CLOSE.serverEnded);
    const other = await testServer();
    const { page: deaf } = await line(other);
    deaf.pause();
    const start = performance.now();
    await other.close();
    expect(performance.now() - start).toBeLessThan(900);
  });
});
