/** What has to be settled before anything else runs. */
import { app } from 'electron';
import { debugSwitches } from './debug-switches.ts';

/** Ends a packaged program that was started for debugging. */
export function setupDebuggerRefusal(): void {
  if (!app.isPackaged) return;
  const refused = debugSwitches(process.argv.slice(1), (name) => app.commandLine.hasSwitch(name));
  if (refused.length === 0) return;
  process.stderr.write(`Refused: ${refused.map((name) => `--${name}`).join(', ')}\n`);
  process.exit(64);
}

/** Every process with a page gets the sandbox. Without it (root in a container) forcing it would start children for ever. */
export function setupSandbox(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
