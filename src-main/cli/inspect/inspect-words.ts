/** The words of `inspect`: arguments, options and help. What they mean is read only when the command is called. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Answer } from '../command-parts.ts';
import { example, exits, shared, wholeNumber } from '../command-parts.ts';
import type { Io } from '../io.ts';
import { durationMs } from './duration-text.ts';
import type { InspectOptions } from './inspect-options.ts';
import type { OpenProduction } from './production.ts';

/** As many as the contract takes. */
const MOST_HOURS = 24 * 90;
const SHORTEST_TIMEOUT_MS = 500;
const LONGEST_TIMEOUT_MS = 120_000;

export function inspectCommand(io: Io, answer: Answer, openProduction: OpenProduction): Command {
  const command = shared(new Command('inspect'), io)
    .summary('look into a production database; it only reads')
    .description(
      'Looks into the database of a Tasker installation and says what goes on there. It only reads, and refuses a role that may write.',
    )
    .addArgument(
      new Argument('[url]', 'postgres://user@host/database (default: that of TASKER_DATABASE_URL)'),
    )
    .addArgument(new Argument('[what]', 'overview (default), tasks, task, stuck or drift'))
    .addArgument(new Argument('[which]', 'of task: its number; of drift: a template file'))
    .option('--json', 'print the answer as JSON');
  addConnectionOptions(command);
  addQuestionOptions(command);
  return command
    .addHelpText(
      'after',
      '\nPasswords:\n  From PGPASSWORD or ~/.pgpass. One in the URL works, but other users of this machine may see it.',
    )
    .addHelpText(
      'after',
      exits(
        '0 done · 1 stuck or drift found something · 2 no connection, no such task, or refused\n' +
          '  64 wrong usage · 130 Ctrl-C',
      ),
    )
    .addHelpText(
      'after',
      example(
        'tasker-workbench inspect postgres://viewer@db.example.com/shop',
        'tasker-workbench inspect postgres://viewer@db.example.com/shop tasks --state error --since 2h',
        'tasker-workbench inspect postgres://viewer@db.example.com/shop task 1042',
        'TASKER_DATABASE_URL=postgres://viewer@localhost/shop tasker-workbench inspect stuck --json',
        'tasker-workbench inspect drift config/tasker/tasks/order.yaml',
      ),
    )
    .action(
      async (
        url: string | undefined,
        what: string | undefined,
        which: string | undefined,
        _: unknown,
        called: Command,
      ) => {
        const { inspect, inspectRequest } = await import('../commands/inspect.ts');
        const args = [url, what, which].filter((each) => each !== undefined);
        const read = inspectRequest(args, called.optsWithGlobals<InspectOptions>(), io);
        if (read.kind === 'usage') called.error(`error: ${read.message}`);
        else answer(await inspect(read.request, io, openProduction));
      },
    );
}

function addConnectionOptions(command: Command): void {
  command
    .optionsGroup('Connection:')
    .addOption(
      new Option('--sslmode <mode>', 'instead of that of the URL').choices([
        'verify-full',
        'verify-ca',
        'require',
        'disable',
      ]),
    )
    .option('--ssl-root-cert <file>', "certificates to trust, PEM (default: the system's)")
    .option('--schema <name>', "of Tasker's tables (default: looked for)")
    .option('--statement-timeout <duration>', 'the server ends what takes longer (default: 8s)', timeout)
    .option('--anyway', 'connect although the role may write');
}

function addQuestionOptions(command: Command): void {
  command
    .optionsGroup('overview:')
    .option('--hours <n>', 'how far back the throughput goes (default: 24)', hours)
    .optionsGroup('tasks:')
    .option('--state <states>', 'only these, separated by commas')
    .option('--namespace <name>', 'only of this namespace')
    .option('--name <name>', 'only of this name')
    .option('--task-version <version>', 'only of this version of the template')
    .option('--since <when>', 'only created since: 90s, 30m, 2h, 7d, or a time as 2026-05-01T10:00')
    .option('--context <text>', 'only with this in the context')
    .option('--stuck', 'only those that will not go on by themselves')
    .option('--follow', 'go on and print tasks as they change, until Ctrl-C')
    .optionsGroup('tasks and stuck:')
    .option('--limit <n>', 'how many are looked for (default: 50)', limit)
    .optionsGroup('drift:')
    .option('--environment <name>', 'the template as merged with this environment');
}

function hours(text: string): number {
  const value = wholeNumber(text);
  if (value >= 1 && value <= MOST_HOURS) return value;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_HOURS}.`);
}

function limit(text: string): number {
  const value = wholeNumber(text);
  if (value >= 1) return value;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

function timeout(text: string): number {
  const ms = durationMs(text);
  if (ms !== null && ms >= SHORTEST_TIMEOUT_MS && ms <= LONGEST_TIMEOUT_MS) return Math.round(ms);
  throw new InvalidArgumentError('It must be a duration from 500ms to 2m.');
}
