/** Makes the line to the engine, whichever way this page reaches it. */
import { useConnection } from '../store/connection.ts';
import { connectBrowser } from './browser-line.ts';
import { connectDesktop } from './desktop-line.ts';

export function connect(): void {
  if (window.desktop === undefined) connectBrowser();
  else connectDesktop(window.desktop);
}

/** What the user asked for after the line went down. */
export function reconnect(): void {
  const { state } = useConnection.getState();
  if (state.kind !== 'down') return;
  useConnection.setState({ state: { kind: 'connecting' } });
  if (state.action === 'restart') window.desktop?.restartEngine();
  else if (state.action === 'take-over') connectBrowser({ takesOver: true });
  else window.location.reload();
}
