/** From the command line and the environment to what is asked of which database. */
import { assertNever } from '../../../src-engine/assert-never.ts';
import type { Io } from '../io.ts';
import type { ConnectionRequest } from './connection-request.ts';
import { connectionRequest } from './connection-request.ts';
import type { InspectOptions, Question } from './inspect-options.ts';
import { misplacedOption, QUESTIONS } from './inspect-options.ts';
import type { TaskFilter } from './production.ts';
import { taskFilter } from './task-filter.ts';

export type Wish =
  | { readonly what: 'overview'; readonly hours: number }
  | {
      readonly what: 'tasks';
      readonly filter: TaskFilter;
      readonly limit: number;
      readonly isFollowed: boolean;
    }
  | { readonly what: 'task'; readonly task: string }
  | { readonly what: 'stuck'; readonly limit: number }
  | { readonly what: 'drift'; readonly file: string; readonly environment: string | undefined };

export interface InspectRequest extends ConnectionRequest {
  readonly wish: Wish;
  readonly anyway: boolean;
  readonly json: boolean;
  readonly color: boolean;
}

interface Usage {
  readonly kind: 'usage';
  readonly message: string;
}

export type ReadRequest = { readonly kind: 'request'; readonly request: InspectRequest } | Usage;

const DATABASE_URL = 'TASKER_DATABASE_URL';
const DEFAULT_HOURS = 24;
const DEFAULT_LIMIT = 50;
/** Numbers, and the UUIDs of Tasker's successor. */
const TASK = /^[\da-f-]{1,60}$/i;

/** What was given is not repeated in messages: it may hold a password. */
export function inspectRequest(
  args: readonly string[],
  options: InspectOptions,
  io: Pick<Io, 'env' | 'cwd'>,
): ReadRequest {
  const inherited = io.env[DATABASE_URL] ?? '';
  const isUrlGiven = args[0] !== undefined && isMeantAsUrl(args[0], inherited !== '');
  const url = isUrlGiven ? args[0] : inherited;
  if (url === undefined || url === '') {
    return usage(`missing required argument 'url'. It may also be in the environment, as ${DATABASE_URL}.`);
  }
  const connection = connectionRequest(url, options, io, isUrlGiven);
  if (connection.kind === 'usage') return connection;
  const wish = wishOf(isUrlGiven ? args.slice(1) : args, options);
  if ('kind' in wish) return wish;
  return {
    kind: 'request',
    request: {
      ...connection.request,
      wish,
      anyway: options.anyway === true,
      json: options.json === true,
      color: options.color,
    },
  };
}

function wishOf(
  [what = 'overview', which, ...more]: readonly string[],
  options: InspectOptions,
): Wish | Usage {
  if (!isQuestion(what)) return usage(`what to look at is one of ${QUESTIONS.join(', ')}.`);
  const misplaced = misplacedOption(what, options);
  if (misplaced !== null) return usage(`${misplaced}.`);
  const isNamed = what === 'task' || what === 'drift';
  if (more.length > 0 || (which !== undefined && !isNamed)) return usage(`too many arguments for '${what}'.`);
  const limit = options.limit ?? DEFAULT_LIMIT;
  switch (what) {
    case 'overview':
      return { what, hours: options.hours ?? DEFAULT_HOURS };
    case 'tasks': {
      const read = taskFilter(options, Date.now());
      if (read.kind === 'usage') return read;
      return { what, filter: read.filter, limit, isFollowed: options.follow === true };
    }
    case 'task':
      if (which === undefined) return usage("'task' needs the number of a task.");
      return TASK.test(which) ? { what, task: which } : usage('this is no number of a task.');
    case 'stuck':
      return { what, limit };
    case 'drift':
      if (which === undefined) return usage("'drift' needs a template file.");
      return { what, file: which, environment: options.environment };
    default:
      return assertNever(what);
  }
}

/** Where a URL is needed, whatever is no question is meant as one. */
function isMeantAsUrl(text: string, isInherited: boolean): boolean {
  return !isQuestion(text) && (!isInherited || text.includes(':'));
}

function isQuestion(text: string): text is Question {
  return QUESTIONS.some((each) => each === text);
}

function usage(message: string): Usage {
  return { kind: 'usage', message };
}
