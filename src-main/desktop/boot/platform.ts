/** The platforms the bridge has names for. */
import type { DesktopBridge } from '../../../src-shared/desktop/bridge.ts';

export function platform(): DesktopBridge['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
