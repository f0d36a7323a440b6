/** Wires the engine's process, its supervisor and the line to the page. */
import { MessageChannelMain } from 'electron';
import type { MessagePortMain } from 'electron';
import type { EngineState } from '../../../src-shared/desktop/bridge.ts';
import { startEngineProcess } from './engine-process.ts';
import type { Lender } from './lender.ts';
import { createLines } from './lines.ts';
import type { Lines } from './lines.ts';
import { createSupervisor } from './supervisor.ts';

export interface EnginePage {
  tellEngineState(state: EngineState): void;
  sendPort(port: MessagePortMain): void;
}

export interface Engine extends Lender {
  readonly lines: Lines;
  state(): EngineState;
  start(): void;
  restart(): void;
  stop(): void;
}

export function setupEngine(folder: string, page: EnginePage): Engine {
  const lines = createLines<MessagePortMain>({
    create: () => {
      const { port1, port2 } = new MessageChannelMain();
      return { forEngine: port1, forPage: port2 };
    },
    toEngine: (port) => {
      supervisor.process()?.connect(port);
      return supervisor.process() !== undefined;
    },
    toPage: (port) => page.sendPort(port),
  });
  const supervisor = createSupervisor({
    start: () => startEngineProcess(folder),
    started: () => lines.engineStarted(),
    report: (state) => page.tellEngineState(state),
    now: () => Date.now(),
    later: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
  });
  return {
    lines,
    state: () => supervisor.state(),
    start: () => supervisor.start(),
    restart: () => supervisor.restart(),
    stop: () => supervisor.stop(),
    lend: async (password) => {
      const process = supervisor.process();
      if (process === undefined) throw new Error('There is no engine at the moment.');
      return process.lend(password);
    },
  };
}
