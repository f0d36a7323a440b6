/** Each question: asks it, prints the answer, and says with which code the command ends. */
import { assertNever } from '../../../src-engine/assert-never.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { Colours, Io } from '../io.ts';
import { coloursFor, widthOf, writeLines } from '../io.ts';
import { isDrifted, renderDrift } from '../render/inspect/drift.ts';
import { renderFacts } from '../render/inspect/facts.ts';
import { jsonText } from '../render/inspect/json.ts';
import { renderOverview } from '../render/inspect/overview.ts';
import { renderStuck } from '../render/inspect/stuck.ts';
import { renderTask } from '../render/inspect/task.ts';
import { renderTasks } from '../render/inspect/tasks.ts';
import { followTasks } from './follow-tasks.ts';
import type { Wish } from './inspect-request.ts';
import type { Production, ProductionFacts } from './production.ts';
import { readStuck, readTasks } from './read-pages.ts';
import type { StatusLine } from './status-line.ts';

export interface Asking {
  readonly production: Production;
  /** Id of the open connection. */
  readonly connection: string;
  readonly facts: ProductionFacts;
  /** Of the file that is compared; empty for every other question. */
  readonly template: string;
  readonly json: boolean;
  readonly color: boolean;
  readonly io: Io;
  readonly status: StatusLine;
}

export async function ask(wish: Wish, asking: Asking): Promise<ExitCode> {
  const { production, connection, io, status, template } = asking;
  const { signal } = io;
  status.show('Reading …');
  const reading = { production, connection, signal, onProgress: looking(status) };
  switch (wish.what) {
    case 'overview': {
      const answer = await production.overview({ connection, hours: wish.hours }, { signal });
      print(asking, answer, (width, colours) => renderOverview(answer, width, colours));
      return EXIT.ok;
    }
    case 'tasks': {
      // What follows is a line of JSON for each message, and nothing else.
      if (!(wish.isFollowed && asking.json)) {
        const answer = await readTasks(wish.filter, wish.limit, reading);
        const order = wish.filter.stuckOnly === true ? 'oldest' : 'newest';
        print(asking, answer, (width, colours) => renderTasks(answer, width, colours, order));
      }
      if (!wish.isFollowed) return EXIT.ok;
      return followTasks(wish.filter, asking);
    }
    case 'task': {
      const answer = await production.task({ connection, task: wish.task }, { signal });
      print(asking, answer, (width, colours) => renderTask(answer, width, colours));
      return EXIT.ok;
    }
    case 'stuck': {
      const answer = await readStuck(wish.limit, reading);
      print(asking, answer, (width, colours) => renderStuck(answer, width, colours));
      return answer.steps.length === 0 ? EXIT.ok : EXIT.notCompleted;
    }
    case 'drift': {
      const { file, environment } = wish;
      const named = environment === undefined ? {} : { environment };
      const answer = await production.drift({ connection, text: template, ...named }, { signal });
      print(asking, answer, (width, colours) => renderDrift(answer, file, width, colours));
      return isDrifted(answer) ? EXIT.notCompleted : EXIT.ok;
    }
    default:
      return assertNever(wish);
  }
}

function print(
  { json, color, io, facts, status }: Asking,
  answer: unknown,
  render: (width: number, colours: Colours) => readonly string[],
): void {
  status.clear();
  if (json) {
    io.stdout.write(`${jsonText(answer, 2)}\n`);
    return;
  }
  const colours = coloursFor(io.stdout, io, color);
  const width = widthOf(io.stdout);
  writeLines(io.stdout, [...renderFacts(facts, width, colours), '', ...render(width, colours)]);
}

function looking(status: StatusLine): (looked: number) => void {
  return (looked) => status.show(looked === 0 ? 'Reading …' : `Reading: ${looked} tasks looked at …`);
}
