/** The line to the engine in the desktop: a port that main hands over, and a new one after each restart. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { EngineClient } from '../../src-engine/api/contract/contract.ts';
import type { DesktopBridge, EngineState } from '../../src-shared/desktop/bridge.ts';
import { ENGINE_PORT } from '../../src-shared/desktop/bridge.ts';
import { useConnection } from '../store/connection.ts';
import { dropLine, takeLine } from './engine.ts';

export function connectDesktop(desktop: DesktopBridge): void {
  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source !== window || event.data?.type !== ENGINE_PORT || port === undefined) return;
    void usePort(port);
  });
  desktop.onEngineState((state) => showState(state));
  desktop.connectEngine();
}

async function usePort(port: MessagePort): Promise<void> {
  port.start();
  const client: EngineClient = createORPCClient(new RPCLink({ port }));
  try {
    await takeLine(client);
  } catch (error) {
    // Main tells of the process's end; a port that dies with it says nothing new.
    useConnection.setState({ state: { kind: 'lost', reason: wordsFor(error) } });
  }
}

function showState(state: EngineState): void {
  if (state.kind === 'restarting' || state.kind === 'down') dropLine();
  if (state.kind === 'restarting')
    useConnection.setState({
      state: { kind: 'lost', reason: `The engine ended (${state.reason}) and is started again.` },
    });
  if (state.kind === 'down')
    useConnection.setState({
      state: { kind: 'down', reason: `The engine keeps ending: ${state.reason}.`, action: 'restart' },
    });
}

function wordsFor(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
