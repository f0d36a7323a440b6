/** The engine's thread: connected, started again when it ends, but never in a storm. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EngineWorker } from '../../src-main/server/engine/engine-worker.ts';
import { restartDelay } from '../../src-main/server/engine/restart-delay.ts';

/** Answers with what it was started with; `end` makes it throw, `hang` makes it busy for ever. */
const SCRIPT = `
import { parentPort, workerData } from 'node:worker_threads';
parentPort.on('message', ({ type, port }) => port.on('message', (message) => {
  if (message === 'end') throw new Error('told to end');
  if (message === 'hang') for (;;);
  port.postMessage([type, workerData, message]);
}));`;

function startWorker() {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-worker-'));
  writeFileSync(join(folder, 'worker.mjs'), SCRIPT);
  const said: string[] = [];
  let starts = 0;
  let endings = 0;
  const engine = new EngineWorker({
    script: pathToFileURL(join(folder, 'worker.mjs')),
    workerData: () => (starts += 1),
    say: (sentence) => void said.push(sentence),
    onEnded: () => void (endings += 1),
  });
  onTestFinished(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true });
  });
  return { engine, said, endings: () => endings };
}

async function askEngine(engine: EngineWorker, message: string): Promise<unknown> {
  const port = engine.connect();
  if (port === undefined) throw new Error('there is no engine');
  port.postMessage(message);
  const [answer] = await once(port, 'message');
  port.close();
  return answer;
}

test('every connection has a port of its own', async () => {
  const { engine } = startWorker();
  expect(await askEngine(engine, 'one')).toEqual(['connect', 1, 'one']);
  expect(await askEngine(engine, 'two')).toEqual(['connect', 1, 'two']);
});

test('an engine that ends is started again at once, and the lines to it are closed', async () => {
  const { engine, said, endings } = startWorker();
  const port = engine.connect();
  if (port === undefined) throw new Error('there is no engine');
  const broken = once(port, 'close');
  port.postMessage('end');
  await broken;
  await expect.poll(endings).toBe(1);
  expect(said).toEqual(['The engine ended: told to end. It is started again.']);
  expect(await askEngine(engine, 'again')).toEqual(['connect', 2, 'again']);
});

test('a busy engine can be ended, and stays so', async () => {
  const { engine, said, endings } = startWorker();
  await askEngine(engine, 'up');
  engine.connect()?.postMessage('hang');
  const start = performance.now();
  await engine.stop();
  expect(performance.now() - start).toBeLessThan(900);
  expect([said, endings(), engine.connect()]).toEqual([[], 0, undefined]);
});

describe('the wait before a restart', () => {
  test('grows, and there are three in a minute at most', () => {
    const restarts: number[] = [];
    const times = Array.from({ length: 7 }, () => {
      const now = restarts.at(-1) ?? 0;
      restarts.push(now + restartDelay(restarts, now));
      return restarts.at(-1);
    });
    expect(times).toEqual([0, 1_000, 6_000, 60_000, 61_000, 66_000, 120_000]);
  });

  test('is forgotten after a quiet minute', () => {
    expect(restartDelay([0, 1_000, 6_000], 66_001)).toBe(0);
  });
});
