/**
 * The template in the format of Tasker's successor, tasker-core. What has no place there, or another meaning, is noted with
 * the place it has in the template.
 */
import { quote } from '../../template/quote.ts';
import type { JsonObject } from '../../template/template.ts';
import { child, itemsOf, pathOf } from '../../template/yaml/node.ts';
import type { MapNode } from '../../template/yaml/node.ts';
import type { Exported } from '../export-types.ts';
import { cut } from '../file-names.ts';
import type { Subject } from '../subject.ts';
import { YAML_TYPE } from '../yaml/export-yaml.ts';
import { writeYaml } from '../yaml/write-yaml.ts';
import { coreEnvironments } from './core-environments.ts';
import { CORE_LIMITS, CORE_NAME } from './core-rules.ts';
import { strictSchema } from './core-schema.ts';
import { coreStep } from './core-step.ts';
import { NoteList } from './note-list.ts';

const TOP_KEYS = new Set([
  'name',
  'namespace_name',
  'version',
  'description',
  'default_dependent_system',
  'schema',
  'step_templates',
  'environments',
]);
const STEP_KEYS = new Set([
  'name',
  'description',
  'handler_class',
  'handler_config',
  'dependent_system',
  'default_retryable',
  'default_retry_limit',
  'skippable',
  'depends_on_step',
  'depends_on_steps',
  'custom_events',
]);
/** Why a key of Tasker's own is left out; others are ignored by Tasker as well. */
const LOST: Readonly<Record<string, readonly [severity: 'warn' | 'tell', message: string]>> = {
  task_handler_class: ['warn', 'There are no task handlers; hooks of this class have no place.'],
  module_namespace: ['warn', 'There are no task handlers, nor modules they live in.'],
  concurrent: ['warn', 'There is nothing like it; it is left out.'],
  named_steps: ['tell', 'It is only a list to check names by; it is left out.'],
};

export function exportCore(subject: Subject): Exported {
  const notes = new NoteList();
  const text = writeYaml(coreTemplate(subject, notes));
  const file = { name: `${subject.base}.tasker-core.yaml`, mediaType: YAML_TYPE, text };
  return { kind: 'exported', files: [file], notes: notes.notes };
}

function coreTemplate(subject: Subject, notes: NoteList): JsonObject {
  const { template, merged, options } = subject;
  tellLost(merged, notes);
  const primary = template.defaultDependentSystem ?? 'default';
  const steps = template.steps.map((step, index) =>
    coreStep(step, `/step_templates/${index}`, primary, notes),
  );
  const hasEnvironments = template.environments.length > 0 && options.environment === undefined;
  if (template.steps.length > 0) {
    notes.tell('/step_templates', 'The waits of Tasker are written out: exponential, from 1 to 30 seconds.');
  }
  return {
    ...identity(subject, notes),
    system_dependencies: { primary, secondary: [] },
    ...inputSchema(subject, notes),
    steps,
    ...(hasEnvironments ? { environments: coreEnvironments(subject, notes) } : {}),
  };
}

function identity({ template }: Subject, notes: NoteList): JsonObject {
  const { name, namespaceName, version, description } = template;
  const namespace = cut(namespaceName, CORE_LIMITS.namespace);
  if (namespace !== namespaceName) {
    const message = `The namespace is cut to ${quote(namespace)}: it becomes a part of queue names.`;
    notes.warn('/namespace_name', message);
  }
  if (!CORE_NAME.test(name)) {
    notes.warn('/name', `${quote(name)} loads, but the published schema wants small letters, digits and _.`);
  }
  const shortVersion = version.slice(0, CORE_LIMITS.version);
  if (shortVersion !== version)
    notes.warn('/version', `The version is cut to ${CORE_LIMITS.version} characters.`);
  return {
    name: name.slice(0, CORE_LIMITS.name),
    namespace_name: namespace,
    version: shortVersion,
    ...(description === undefined ? {} : { description }),
  };
}

function inputSchema({ template: { schema } }: Subject, notes: NoteList): JsonObject {
  if (schema === undefined) return {};
  const strict = strictSchema(schema);
  if (JSON.stringify(strict) !== JSON.stringify(schema)) {
    const message =
      'Tasker requires every listed property and refuses others; that is written out. The successor itself does not check a context.';
    notes.warn('/schema', message);
  } else {
    notes.warn('/schema', 'The successor does not check a context against it.');
  }
  return { input_schema: strict };
}

function tellLost(merged: MapNode, notes: NoteList): void {
  for (const { key, value } of merged.entries.values()) {
    if (TOP_KEYS.has(key)) continue;
    const [severity, message] = LOST[key] ?? ['tell', `Tasker ignores ${quote(key)}; it is left out.`];
    notes[severity](pathOf(value.place), message);
  }
  for (const step of itemsOf(child(merged, 'step_templates'))) {
    if (step.kind !== 'map') continue;
    for (const { key, value } of step.entries.values()) {
      if (!STEP_KEYS.has(key))
        notes.tell(pathOf(value.place), `Tasker ignores ${quote(key)}; it is left out.`);
    }
  }
}
