/** Turns a checked, merged document into a Template. Defaults apply where a key is absent. */
import type { StepView } from './check/step-view.ts';
import type { StepTemplate, Template } from './template.ts';
import type { MapNode, YamlNode } from './yaml/node.ts';
import { stepViews } from './check/step-view.ts';
import { child, itemsOf, textOf } from './yaml/node.ts';
import { toJsonObject } from './yaml/to-json.ts';

export interface Origin {
  readonly environments: readonly string[];
  /** The environment that was merged in. */
  readonly environment?: string;
}

/** Call it only without errors: it trusts types and required keys. */
export function buildTemplate(root: MapNode, origin: Origin): Template {
  const defaultSystem = textOf(child(root, 'default_dependent_system'));
  const namedSteps = child(root, 'named_steps');
  return {
    name: text(child(root, 'name'), ''),
    namespaceName: text(child(root, 'namespace_name'), 'default'),
    version: text(child(root, 'version'), '0.1.0'),
    taskHandlerClass: text(child(root, 'task_handler_class'), ''),
    ...optional('moduleNamespace', textOf(child(root, 'module_namespace'))),
    ...optional('defaultDependentSystem', defaultSystem),
    ...optional('namedSteps', namedSteps && itemsOf(namedSteps).map((item) => text(item, ''))),
    ...optional('schema', object(child(root, 'schema'))),
    ...optional('description', textOf(child(root, 'description'))),
    steps: stepViews(root).map((step) => buildStep(step, defaultSystem)),
    ...origin,
  };
}

function buildStep(step: StepView, defaultSystem: string | undefined): StepTemplate {
  const { node } = step;
  const name = text(child(node, 'name'), '');
  return {
    name,
    description: text(child(node, 'description'), name),
    handlerClass: text(child(node, 'handler_class'), ''),
    ...optional('dependentSystem', textOf(child(node, 'dependent_system')) ?? defaultSystem),
    defaultRetryable: scalar(child(node, 'default_retryable')) !== false,
    defaultRetryLimit: Number(scalar(child(node, 'default_retry_limit')) ?? 3),
    skippable: scalar(child(node, 'skippable')) === true,
    dependsOn: [...new Set(step.parents.map((parent) => parent.name))],
    ...optional('handlerConfig', object(child(node, 'handler_config'))),
    customEvents: itemsOf(child(node, 'custom_events')).map((event) => ({
      name: text(child(event, 'name'), ''),
      ...optional('description', textOf(child(event, 'description'))),
    })),
  };
}

/** Text as written: a version `1.0` that YAML reads as a number stays `1.0`. */
function text(node: YamlNode | undefined, absent: string): string {
  if (node?.kind !== 'scalar' || node.value === null) return absent;
  return typeof node.value === 'string' ? node.value : node.source;
}

function scalar(node: YamlNode | undefined): string | number | boolean | null | undefined {
  return node?.kind === 'scalar' ? node.value : undefined;
}

function object(node: YamlNode | undefined) {
  return node?.kind === 'map' ? toJsonObject(node) : undefined;
}

/** A property that is absent instead of undefined. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  // The compiler widens a computed key to any string; the spread above it needs the one it was given.
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
