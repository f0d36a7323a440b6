/** Looks through the `environments` block, which Tasker itself never validates. */
import type { Report } from '../problem-codes.ts';
import type { MapNode, YamlNode } from '../yaml/node.ts';
import { quote } from '../quote.ts';
import { suggester } from '../check/suggest.ts';
import { child, isNull, itemsOf, textOf } from '../yaml/node.ts';

/** More environments than this are not listed in a message. */
const MOST_LISTED = 10;

interface KnownSteps {
  readonly names: ReadonlySet<string>;
  readonly suggest: (name: string) => string | undefined;
}

/** Names under `environments`, in file order. */
export function environmentNames(root: MapNode): readonly string[] {
  const block = child(root, 'environments');
  return block?.kind === 'map' ? [...block.entries.keys()] : [];
}

export function checkEnvironments(root: MapNode, asked: string | undefined, report: Report): void {
  const entry = root.entries.get('environments');
  const names = environmentNames(root);
  if (asked !== undefined && !names.includes(asked)) {
    const known =
      names.length === 0
        ? 'There are none'
        : `There are: ${names.slice(0, MOST_LISTED).map(quote).join(', ')}`;
    const place = entry?.keyPlace ?? { ...root.place, length: 0 };
    report('unknown-environment', place, `The environment ${quote(asked)} is not in the file. ${known}.`);
  }
  if (entry === undefined || isNull(entry.value)) return;
  if (entry.value.kind !== 'map') {
    report('environments-not-a-map', entry.keyPlace, 'The key environments does not hold a map.');
    return;
  }
  const stepNames = itemsOf(child(root, 'step_templates')).flatMap(
    (step) => textOf(child(step, 'name')) ?? [],
  );
  const steps: KnownSteps = { names: new Set(stepNames), suggest: suggester(new Set(stepNames)) };
  for (const { key, value } of entry.value.entries.values()) checkEnvironment(key, value, steps, report);
}

function checkEnvironment(name: string, overrides: YamlNode, steps: KnownSteps, report: Report): void {
  if (isNull(overrides)) return;
  if (overrides.kind !== 'map') {
    report(
      'environment-shape',
      overrides.place,
      `The environment ${quote(name)} does not hold a map of overrides.`,
    );
    return;
  }
  const list = child(overrides, 'step_templates');
  if (list === undefined) return;
  if (list.kind !== 'list') {
    report(
      'environment-shape',
      overrides.place,
      `The steps of the environment ${quote(name)} are not a list.`,
    );
  }
  for (const override of itemsOf(list)) checkOverride(name, override, steps, report);
}

function checkOverride(environment: string, override: YamlNode, steps: KnownSteps, report: Report): void {
  const nameNode = child(override, 'name');
  const name = textOf(nameNode);
  if (nameNode === undefined || name === undefined) {
    const message = `An override of the environment ${quote(environment)} does not name its step.`;
    report('environment-shape', override.place, message);
  } else if (!steps.names.has(name)) {
    const message = `The environment ${quote(environment)} overrides the step ${quote(name)}, which the template does not have.`;
    report('unknown-environment-step', nameNode.place, message, steps.suggest(name));
  }
}
