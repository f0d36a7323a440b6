/** Prints tasks as they change. Ends with Ctrl-C alone. */
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import { coloursFor, writeLines } from '../io.ts';
import { formatDuration } from '../render/duration.ts';
import { jsonText } from '../render/inspect/json.ts';
import { renderChanges } from '../render/inspect/tasks.ts';
import { printable } from '../render/text.ts';
import type { Asking } from './ask.ts';
import type { TaskFilter } from './production.ts';

const WAITING = 'Waiting for changes; Ctrl-C ends it.';
const ENDED = 'The engine ended the stream of changes. Run the command again.';

export async function followTasks(
  filter: TaskFilter,
  { production, connection, json, color, io, status }: Asking,
): Promise<ExitCode> {
  const { signal } = io;
  const colours = coloursFor(io.stdout, io, color);
  status.show(WAITING);
  for await (const news of await production.follow({ connection, filter }, { signal })) {
    status.clear();
    if (json) io.stdout.write(`${jsonText(news)}\n`);
    else if (news.kind === 'changed') writeLines(io.stdout, renderChanges(news.rows, colours));
    else {
      const { message, hint } = news.trouble;
      const again = `Trying again in ${formatDuration(news.againInMs)}.`;
      writeLines(io.stderr, [printable([message, hint, again].filter((part) => part !== '').join(' '))]);
    }
    status.show(WAITING);
  }
  status.clear();
  signal.throwIfAborted();
  writeLines(io.stderr, [ENDED]);
  return EXIT.badInput;
}
