/** Which files a command line names. Pure. What is in them is looked at by whoever opens them. */
import { resolve } from 'node:path';

/**
 * @param args Without the program itself.
 * @param isPackaged Otherwise the first argument is the folder of the program.
 */
export function fileArguments(args: readonly string[], cwd: string, isPackaged: boolean): readonly string[] {
  const end = args.indexOf('--');
  const switches = end === -1 ? args : args.slice(0, end);
  const named = switches.filter((argument) => argument !== '' && !argument.startsWith('-'));
  const rest = end === -1 ? [] : args.slice(end + 1);
  const files = [...named.slice(isPackaged ? 0 : 1), ...rest];
  return files.map((file) => resolve(cwd, file));
}
