/** A packaged program refuses to be debugged: whoever could attach a debugger would hold everything the user opened. Pure. */

const DEBUGGING = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'js-flags',
] as const;

/** The switches of a command line that a packaged program does not start with. */
export function debugSwitches(
  args: readonly string[],
  hasSwitch: (name: string) => boolean,
): readonly string[] {
  return DEBUGGING.filter(
    (name) => hasSwitch(name) || args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  );
}
