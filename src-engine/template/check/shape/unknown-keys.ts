/** Keys that Tasker tolerates and ignores: probably slips where a known key is near, otherwise notes. */
import type { Report } from '../../problem-codes.ts';
import type { MapNode } from '../../yaml/node.ts';
import type { Field } from './fields.ts';
import { quote } from '../../quote.ts';
import { child, itemsOf } from '../../yaml/node.ts';
import { STEP_FIELDS, TOP_FIELDS } from './fields.ts';
import { nearest } from '../suggest.ts';

interface Level {
  readonly name: string;
  readonly known: ReadonlySet<string>;
  /** Read by nobody, but common and documented as free: no suggestion wanted. */
  readonly notes: ReadonlySet<string>;
  /** Spellings of the documentation, of older texts and of the successor format. */
  readonly aliases: ReadonlyMap<string, string>;
}

const TOP_LEVEL: Level = {
  name: 'template',
  known: keys(TOP_FIELDS, 'namespace_name', 'version', 'environments'),
  notes: new Set([
    'description',
    'configuration',
    'annotations',
    'tags',
    'handler_config',
    'dependent_systems',
  ]),
  aliases: new Map([
    ['steps', 'step_templates'],
    ['namespace', 'namespace_name'],
    ['handler_class', 'task_handler_class'],
    ['task_handler', 'task_handler_class'],
    ['dependent_system', 'default_dependent_system'],
    ['module', 'module_namespace'],
    ['input_schema', 'schema'],
    ['context_schema', 'schema'],
    ['environment', 'environments'],
  ]),
};

const STEP_LEVEL: Level = {
  name: 'step',
  known: keys(STEP_FIELDS),
  notes: new Set(),
  aliases: new Map([
    ['retry_limit', 'default_retry_limit'],
    ['retries', 'default_retry_limit'],
    ['max_attempts', 'default_retry_limit'],
    ['retry', 'default_retry_limit'],
    ['retryable', 'default_retryable'],
    ['depends_on', 'depends_on_steps'],
    ['dependencies', 'depends_on_steps'],
    ['depends_on_step_name', 'depends_on_step'],
    ['handler', 'handler_class'],
    ['config', 'handler_config'],
    ['system', 'dependent_system'],
    ['default_dependent_system', 'dependent_system'],
    ['events', 'custom_events'],
  ]),
};

export function checkUnknownKeys(root: MapNode, report: Report): void {
  checkLevel(root, TOP_LEVEL, report);
  for (const step of itemsOf(child(root, 'step_templates'))) {
    if (step.kind === 'map') checkLevel(step, STEP_LEVEL, report);
  }
}

function checkLevel(map: MapNode, level: Level, report: Report): void {
  for (const { key, keyPlace } of map.entries.values()) {
    if (level.known.has(key)) continue;
    const meant = level.notes.has(key) ? undefined : (level.aliases.get(key) ?? nearest(key, level.known));
    if (meant === undefined) {
      report('ignored-key', keyPlace, `Nothing reads the key ${quote(key)} of a ${level.name}.`);
    } else {
      const message = `The key ${quote(key)} of a ${level.name} is unknown and ignored.`;
      report('unknown-key', keyPlace, message, `Did you mean '${meant}'?`);
    }
  }
}

function keys(fields: readonly Field[], ...more: readonly string[]): ReadonlySet<string> {
  return new Set([...fields.map(({ key }) => key), ...more]);
}
