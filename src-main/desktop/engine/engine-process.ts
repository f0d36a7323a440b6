/** The engine as a process of its own, beside main: PGlite blocks while it works. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { forwardOutput } from './engine-output.ts';
import { createLender } from './lender.ts';
import type { Lender } from './lender.ts';
import type { EngineProcess } from './supervisor.ts';

/** After which a process that was asked to end is ended by force. */
const GRACE_MS = 1_500;

export interface ConnectedEngine extends EngineProcess, Lender {
  /** Gives the engine one end of a line to a page. */
  connect(port: MessagePortMain): void;
}

/** @param folder Where the bundles of main lie. */
export function startEngineProcess(folder: string): ConnectedEngine {
  const child = utilityProcess.fork(join(folder, 'engine.cjs'), [], {
    serviceName: 'Tasker Workbench engine',
    // What it prints may hold a user's data: a packaged program keeps none of it.
    stdio: app.isPackaged ? 'ignore' : 'pipe',
  });
  forwardOutput(child.stdout, (line) => process.stdout.write(line));
  forwardOutput(child.stderr, (line) => process.stderr.write(line));
  const lender = createLender({
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    newName: randomUUID,
    later: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
  });
  return {
    onSpawn: (listener) => child.once('spawn', listener),
    onExit: (listener) => child.once('exit', listener),
    connect: (port) => child.postMessage({ type: 'connect' }, [port]),
    lend: (password) => lender.lend(password),
    kill: () => kill(child),
  };
}

/** One that spins never comes to handle a polite request. */
function kill(child: UtilityProcess): void {
  const { pid } = child;
  child.kill();
  if (pid === undefined) return;
  const force = setTimeout(() => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }, GRACE_MS);
  child.once('exit', () => clearTimeout(force));
}
