/**
 * Overrides in the successor's format, which knows them for the configuration, the timeout and the attempts of a step only.
 * Each is written as what the merge of Tasker comes to, because the successor merges less deeply.
 */
import { judgeTemplate } from '../../template/judge-template.ts';
import { ProblemList } from '../../template/problem-list.ts';
import { quote } from '../../template/quote.ts';
import type { JsonObject, StepTemplate, Template } from '../../template/template.ts';
import type { YamlNode } from '../../template/yaml/node.ts';
import { child, itemsOf, pathOf } from '../../template/yaml/node.ts';
import type { Subject } from '../subject.ts';
import { retryOf, timeoutOf } from './core-step.ts';
import type { NoteList } from './note-list.ts';

/** Keys of a step that an override may change there, and the one it is found by. */
const REPRESENTABLE = new Set(['name', 'handler_config', 'default_retryable', 'default_retry_limit']);

export function coreEnvironments({ root, template, text }: Subject, notes: NoteList): JsonObject {
  const block = child(root, 'environments');
  const environments = template.environments.map((environment): [string, JsonObject] => {
    const overrides = child(block, environment);
    tellLost(overrides, notes);
    const judged = judgeTemplate({ root, isBroken: false }, environment, new ProblemList(text));
    if (judged.kind === 'rejected') {
      const path = overrides === undefined ? '/environments' : pathOf(overrides.place);
      notes.warn(path, `The environment ${quote(environment)} is not valid; its overrides are left out.`);
      return [environment, { steps: [] }];
    }
    return [environment, { steps: stepOverrides(template, judged.template, overrides, notes) }];
  });
  return Object.fromEntries(environments);
}

function stepOverrides(
  base: Template,
  merged: Template,
  overrides: YamlNode | undefined,
  notes: NoteList,
): readonly JsonObject[] {
  const found: JsonObject[] = [];
  for (const [index, step] of base.steps.entries()) {
    const override = stepOverride(step, merged.steps[index] ?? step, placeOf(overrides, step), notes);
    if (override !== undefined) found.push(override);
  }
  return found;
}

function stepOverride(
  before: StepTemplate,
  after: StepTemplate,
  path: string,
  notes: NoteList,
): JsonObject | undefined {
  const isConfigured = JSON.stringify(after.handlerConfig) !== JSON.stringify(before.handlerConfig);
  const isRetried =
    after.defaultRetryLimit !== before.defaultRetryLimit ||
    after.defaultRetryable !== before.defaultRetryable;
  if (!isConfigured && !isRetried) return undefined;
  const timeout = isConfigured ? timeoutOf(after.handlerConfig, `${path}/handler_config`, notes) : undefined;
  return {
    name: before.name,
    ...(isConfigured ? { handler: { initialization: after.handlerConfig ?? {} } } : {}),
    ...(timeout === undefined ? {} : { timeout_seconds: timeout }),
    ...(isRetried ? { retry: retryOf(after, path, notes) } : {}),
  };
}

/** The override of a step, else the environment itself. */
function placeOf(overrides: YamlNode | undefined, { name }: StepTemplate): string {
  const own = itemsOf(child(overrides, 'step_templates')).find((step) => {
    const named = child(step, 'name');
    return named?.kind === 'scalar' && named.value === name;
  });
  const node = own ?? overrides;
  return node === undefined ? '/environments' : pathOf(node.place);
}

function tellLost(overrides: YamlNode | undefined, notes: NoteList): void {
  if (overrides?.kind !== 'map') return;
  const other = [...overrides.entries.values()].filter(({ key }) => key !== 'step_templates');
  const ofSteps = itemsOf(child(overrides, 'step_templates')).flatMap((step) =>
    step.kind === 'map' ? [...step.entries.values()].filter(({ key }) => !REPRESENTABLE.has(key)) : [],
  );
  for (const { key, value } of [...other, ...ofSteps]) {
    notes.warn(pathOf(value.place), `An environment cannot override ${quote(key)} there; it is left out.`);
  }
}
