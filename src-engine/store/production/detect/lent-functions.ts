/**
 * The functions of a production database as they can be made in the sandbox: their text is read there and run here, never the other way
 * round. What could do more than read rows is refused (client checklist, D7 and D8). Pure.
 */
import { LENT_SCHEMA } from '../../session.ts';
import type { FoundFunction, Installation } from './installation.ts';
import { quoted } from './read-catalogue.ts';

export interface LentFunction {
  readonly name: string;
  readonly arguments: string;
  /** As it stands in production. */
  readonly body: string;
  /** Why it cannot be used here: a sentence each; none for one that can. */
  readonly problems: readonly string[];
}

/** Those that decide what runs and how a task stands. */
const DECIDING = [
  'get_step_readiness_status',
  'get_step_readiness_status_batch',
  'get_task_execution_context',
  'get_task_execution_contexts_batch',
];

/** Words that no function which only reads rows needs; comments and texts are looked at as well, to be safe. */
const REFUSED =
  /\b(?:insert|update|delete|truncate|merge|create|alter|drop|grant|revoke|copy|lock|listen|notify|execute|vacuum|set_config|set|reset|dblink\w*|lo_\w+|pg_sleep\w*|pg_read\w*|pg_ls\w*|pg_terminate\w*|pg_cancel\w*|pg_advisory\w*|nextval|setval)\b/gi;
/** A clock that virtual time does not reach. */
const OTHER_CLOCK = /\b(?:clock_timestamp|statement_timestamp|timeofday|localtimestamp)\b/i;

export function lentFunctions({ functions, generation }: Installation): readonly LentFunction[] {
  if (generation !== 'rails') return [];
  return functions
    .filter(({ name }) => DECIDING.includes(name))
    .map((found) => ({
      name: found.name,
      arguments: found.arguments,
      body: found.body,
      problems: problemsOf(found),
    }));
}

function problemsOf({ language, isSecurityDefiner, volatility, body }: FoundFunction): readonly string[] {
  const words = [...new Set([...body.matchAll(REFUSED)].map(([word]) => word.toLowerCase()))];
  return [
    ...(language === 'sql' || language === 'plpgsql' ? [] : [`It is written in ${language}.`]),
    ...(isSecurityDefiner ? ['It runs with the rights of its owner (security definer).'] : []),
    ...(volatility === 'volatile' ? ['It does not promise to change nothing (volatile).'] : []),
    ...(words.length > 0 ? [`It says ${words.join(', ')}, which reading rows does not need.`] : []),
    ...(OTHER_CLOCK.test(body) ? ['It asks a clock that virtual time cannot move.'] : []),
  ];
}

/** Statements that make the functions in a schema of their own; names of the installation become those of the sandbox. */
export function lentStatements(installation: Installation): readonly string[] {
  const usable = lentFunctions(installation).filter(({ problems }) => problems.length === 0);
  const made = usable.flatMap(({ name }) => {
    const found = installation.functions.filter((each) => each.name === name);
    return found.map((each) => createStatement(each, installation));
  });
  return [`drop schema if exists ${LENT_SCHEMA} cascade`, `create schema ${LENT_SCHEMA}`, ...made];
}

function createStatement(
  { name, arguments: parameters, result, body, language, volatility }: FoundFunction,
  installation: Installation,
): string {
  const text = inSandbox(body, installation);
  const tag = delimiterFor(text);
  return `create or replace function ${LENT_SCHEMA}.${quoted(name)}(${parameters}) returns ${result}
language ${language} ${volatility} as ${tag}${text}${tag}`;
}

/** Without its schema a table is that of the world; `current_timestamp` is no function that a schema could hide. */
function inSandbox(body: string, { schema, prefix }: Installation): string {
  const word = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  return body
    .replaceAll(new RegExp(`(?:"${word(schema)}"|\\b${word(schema)})\\.(?=\\w|")`, 'g'), '')
    .replaceAll(new RegExp(`\\b${word(prefix)}(?=[a-z_]+\\b)`, 'g'), 'tasker_')
    .replaceAll(
      /\b(?:pg_catalog\.)?now\s*\(\s*\)|\bcurrent_timestamp\b|\btransaction_timestamp\s*\(\s*\)/gi,
      'now()',
    );
}

/** A text in dollars must not hold its own end. */
function delimiterFor(text: string): string {
  let tag = '$lent$';
  for (let each = 1; text.includes(tag); each += 1) tag = `$lent${each}$`;
  return tag;
}
