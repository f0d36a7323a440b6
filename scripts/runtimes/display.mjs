/** Where a window is shown: the user's display, or one that nobody looks at. */
import { onPath } from './on-path.mjs';

const SCREEN = ['-a', '-s', '-screen 0 1920x1080x24'];

/** Whether a window can be shown to the user. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * What to put before the command line of a test: a display of its own, if one can be made, so that no window gets in
 * anybody's way. Empty for the user's own display; undefined when there is none at all.
 */
export function displayOf(env = process.env) {
  const xvfb = process.platform === 'linux' ? onPath(['xvfb-run'], env) : undefined;
  if (xvfb !== undefined) return [xvfb, ...SCREEN];
  return hasDisplay(env) ? [] : undefined;
}
