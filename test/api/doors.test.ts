import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../src-engine/api/contract/contract.ts';
import { servePort } from '../../src-engine/api/hosts/serve-port.ts';
import { collect, runToEnd, SCENARIO, TEMPLATE, useEngine } from './support/engine.ts';
import { errorOf } from './support/errors.ts';

const engine = useEngine();
const ports: MessagePort[] = [];
afterAll(() => ports.forEach((port) => port.close()));

function line(bad: unknown[] = []): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1);
  servePort(engine().engine, port2, (error) => bad.push(error));
  port1.start();
  return port1;
}

function overPort(): EngineClient {
  return createORPCClient(new PortLink({ port: line() }));
}

/** A browser's WebSocket whose messages somebody passes on to a port and back, as they are. */
function overRelay(): EngineClient {
  const port = line();
  const socket = Object.assign(new EventTarget(), {
    readyState: 1,
    send: (message: string | ArrayBuffer) => port.postMessage(message),
  });
  port.on('message', (data: unknown) => socket.dispatchEvent(new MessageEvent('message', { data })));
  return createORPCClient(new SocketLink({ websocket: socket }));
}

/** Electron's port wraps what it brings in an event, and has no addEventListener. */
function overElectronPort(): EngineClient {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1);
  servePort(engine().engine, {
    on(event: 'message' | 'close', listener: (message?: unknown) => void) {
      port2.on(event, (data?: unknown) => listener(event === 'message' ? { data, ports: [] } : undefined));
    },
    postMessage: (message) => port2.postMessage(message),
    start: () => port2.start(),
    close: () => port2.close(),
  });
  port1.start();
  return createORPCClient(new PortLink({ port: port1 }));
}

const DOORS = {
  'in process': () => engine().client,
  'over a port': overPort,
  'over a relayed WebSocket': overRelay,
  "over Electron's port": overElectronPort,
};

/** Everything that is asked of an engine, with what is different for every run taken out. */
async function askAll(client: EngineClient) {
  const { run, events, view } = await runToEnd(client, { text: TEMPLATE, scenario: SCENARIO, speed: 'max' });
  const answers = {
    info: await client.engine.info(),
    parsed: await client.templates.parse({ text: TEMPLATE }),
    events,
    view: { ...view, run: '' },
    task: await client.runs.task({ run }),
    readiness: await client.runs.readiness({ run }),
    report: await client.runs.report({ run }),
    error: await errorOf(client.runs.start({ text: 'steps: [', speed: 'max' })),
    gone: await errorOf(client.runs.stop({ run: 'gone' })),
    refused: await errorOf(client.templates.open({ path: '/etc/passwd' })),
  };
  return JSON.stringify(answers);
}

test.each(Object.entries(DOORS))('%s every question has the same answer', async (_, door) => {
  expect(await askAll(door())).toBe(await askAll(engine().client));
});

describe('a line', () => {
  test('that closes ends its streams, and the run goes on', async () => {
    const client = overPort();
    const port = ports.at(-1);
    const { run } = await client.runs.start({ text: TEMPLATE, scenario: SCENARIO, speed: 1 });
    const stream = await client.runs.watch({ run, after: 0 });
    await collect(stream, () => true);
    port?.close();
    const other = overPort();
    expect(await other.runs.current()).toMatchObject({ run, status: 'running' });
    await other.runs.setSpeed({ run, speed: 'max' });
    const news = await collect(await other.runs.watch({ run, after: 0 }));
    expect(news.at(-1)?.view).toMatchObject({ status: 'finished', outcome: 'completed' });
  });

  test('survives what nobody can read, and so does the engine', async () => {
    const bad: unknown[] = [];
    const port = line(bad);
    const client: EngineClient = createORPCClient(new PortLink({ port }));
    for (const message of [
      'nonsense',
      '{}',
      '[]',
      'null',
      '{"i":"1","p":{"u":7}}',
      new Uint8Array([1, 255, 2]),
      5,
    ]) {
      port.postMessage(message);
    }
    expect((await client.templates.parse({ text: TEMPLATE })).isValid).toBe(true);
    expect(bad.length).toBeGreaterThan(4);
  });

  test('refuses what the contract does not know', async () => {
    const client = overPort();
    // @ts-expect-error there is no such procedure
    await expect(client.runs.explode({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // @ts-expect-error a text is missing
    await expect(client.templates.parse({})).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
