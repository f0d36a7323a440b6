/** Where a Chromium for tests is. */
import { existsSync } from 'node:fs';
import { onPath } from './on-path.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** CHROMIUM_PATH, else the first on the PATH; undefined without one. */
export function findChromium(env = process.env) {
  return env.CHROMIUM_PATH && existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : onPath(NAMES, env);
}
