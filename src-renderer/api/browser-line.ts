/**
 * The line to the engine in a browser: a WebSocket to the server the page came from. It is made again by itself, with
 * growing pauses; what was missed meanwhile is asked for by whoever follows a run.
 */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { EngineClient } from '../../src-engine/api/contract/contract.ts';
import { CLOSE } from '../../src-shared/browser/close-codes.ts';
import { rpcAddress, tokenIn } from '../../src-shared/browser/rpc-address.ts';
import { useConnection } from '../store/connection.ts';
import { dropLine, takeLine } from './engine.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const CLIENT_KEY = 'tasker-workbench:client';

let socket: WebSocket | null = null;
let pauseMs = FIRST_PAUSE_MS;

export function connectBrowser({ takesOver = false } = {}): void {
  const token = tokenIn(window.location.hash);
  if (token === undefined) {
    const reason = 'This page was opened without its key. Open the link that the terminal prints.';
    useConnection.setState({ state: { kind: 'down', reason, action: 'reload' } });
    return;
  }
  open(token, takesOver);
}

function open(token: string, takesOver: boolean): void {
  const url = new URL(rpcAddress({ token, client: clientId(), takeover: takesOver }), window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const opened = new WebSocket(url);
  opened.binaryType = 'arraybuffer';
  socket = opened;
  let wasOpen = false;
  opened.addEventListener('open', () => {
    wasOpen = true;
    const client: EngineClient = createORPCClient(new RPCLink({ websocket: opened }));
    takeLine(client).then(
      () => (pauseMs = FIRST_PAUSE_MS),
      // The close that follows says it.
      () => opened.close(),
    );
  });
  opened.addEventListener('close', ({ code }) => {
    if (socket !== opened) return;
    dropLine();
    void goOn(token, code, wasOpen);
  });
}

async function goOn(token: string, code: number, wasOpen: boolean): Promise<void> {
  if (code === CLOSE.inUse.code) return down('The workbench is open in another tab.', 'take-over');
  if (code === CLOSE.takenOver.code || code === CLOSE.replaced.code) {
    return down('The workbench was taken over by another tab.', 'take-over');
  }
  if (!wasOpen && (await isRefused(token))) {
    return down(
      'The server was started anew, and this link is no longer valid. Open the one it prints.',
      'reload',
    );
  }
  useConnection.setState({ state: { kind: 'lost', reason: reasonFor(code) } });
  setTimeout(() => open(token, false), pauseMs);
  pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
}

function reasonFor(code: number): string {
  if (code === CLOSE.engineEnded.code) return 'The engine ended and is started again.';
  if (code === CLOSE.tooSlow.code) return 'This page fell behind and is catching up.';
  return 'The connection to the workbench is lost. Is its server still running?';
}

function down(reason: string, action: 'take-over' | 'reload'): void {
  useConnection.setState({ state: { kind: 'down', reason, action } });
}

/** A refused handshake and a missing server look the same to a WebSocket; a plain request tells them apart. */
async function isRefused(token: string): Promise<boolean> {
  try {
    const answer = await fetch(rpcAddress({ token, client: clientId() }), { cache: 'no-store' });
    return answer.status === 401 || answer.status === 403;
  } catch {
    return false;
  }
}

/** The same over a reload of the tab, so that the tab does not stand in its own way. */
function clientId(): string {
  const known = sessionStorage.getItem(CLIENT_KEY);
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem(CLIENT_KEY, made);
  return made;
}
