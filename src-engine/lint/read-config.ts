/** Reads a lint configuration, `.tasker-lint.yaml`: `rules:`, and under it a code and what becomes of it in each line. */
import { didYouMean } from '../template/check/suggest.ts';
import { LineIndex } from '../template/line-index.ts';
import type { Problem } from '../template/problem.ts';
import { ProblemList } from '../template/problem-list.ts';
import { quote } from '../template/quote.ts';
import type { MapEntry, MapNode, Place, YamlNode } from '../template/yaml/node.ts';
import { isNull } from '../template/yaml/node.ts';
import { readYaml } from '../template/yaml/read-yaml.ts';
import { isUnloadable } from './explain.ts';
import { FindingList } from './finding-list.ts';
import type { LintConfig, RuleSetting } from './lint-config.ts';
import { NO_CONFIG } from './lint-config.ts';
import { RULE_CODES } from './registry.ts';
import type { Finding, Rule } from './rule.ts';

export type ConfigReading =
  | { readonly kind: 'read'; readonly config: LintConfig }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

const SETTINGS: readonly RuleSetting[] = ['off', 'info', 'warning', 'error'];
const WORDS = SETTINGS.join(', ');

/** What is wrong with the configuration itself; no rule for templates, and in no list of rules. */
const CONFIG_PROBLEM: Rule = {
  code: 'lint-config',
  severity: 'error',
  title: 'The configuration cannot be used',
  reason: 'A configuration that is only half understood would silence the wrong rules.',
  hint: 'Write `rules:` with a line such as `word-boolean: off` for each rule.',
};

/** Everything that is wrong, in the order of the text. An empty file changes nothing. */
export function readLintConfig(text: string): ConfigReading {
  const lines = new LineIndex(text);
  const reading = new ProblemList(text, lines);
  const { root } = readYaml(text, reading);
  const errors = reading
    .sorted()
    .filter(({ severity, code }) => severity === 'error' && code !== 'empty-file');
  const found = new FindingList(text.length, lines);
  const config = root === undefined ? NO_CONFIG : configOf(root, found.reporter(CONFIG_PROBLEM, 'error'));
  const problems = [...errors, ...found.problems].toSorted((a, b) => a.offset - b.offset);
  return problems.length === 0 ? { kind: 'read', config } : { kind: 'refused', problems };
}

function configOf(root: MapNode, report: Finding): LintConfig {
  for (const { key, keyPlace } of root.entries.values())
    if (key !== 'rules')
      report(
        keyPlace,
        `The key ${quote(key)} is unknown; the only one is 'rules'.`,
        didYouMean(key, ['rules']),
      );
  const rules = root.entries.get('rules');
  if (rules === undefined || isNull(rules.value)) return NO_CONFIG;
  if (rules.value.kind !== 'map') {
    report(rules.keyPlace, 'The key rules does not hold a map of codes.');
    return NO_CONFIG;
  }
  const settings = new Map<string, RuleSetting>();
  for (const entry of rules.value.entries.values()) {
    const setting = readSetting(entry, report);
    if (setting !== undefined) settings.set(entry.key, setting);
  }
  return { rules: Object.fromEntries(settings) };
}

function readSetting({ key, keyPlace, value }: MapEntry, report: Finding): RuleSetting | undefined {
  if (!RULE_CODES.has(key)) {
    report(keyPlace, `There is no rule ${quote(key)}.`, didYouMean(key, RULE_CODES));
    return undefined;
  }
  const setting = settingIn(value);
  if (setting === undefined) tellSetting(value, keyPlace, report);
  else if (setting !== 'error' && isUnloadable(key))
    report(
      keyPlace,
      `The rule ${quote(key)} must stay an error: the template does not load.`,
      'Delete the line, and mend the template instead.',
    );
  return setting;
}

function tellSetting(value: YamlNode, keyPlace: Place, report: Finding): void {
  const written = value.kind === 'scalar' && value.source !== '' ? quote(value.source) : 'That';
  const place = value.place.length > 0 ? value.place : keyPlace;
  const meant = value.kind === 'scalar' ? didYouMean(value.source, SETTINGS) : undefined;
  report(place, `${written} is no setting of a rule; there are ${WORDS}.`, meant);
}

/** As written: unquoted, `off` is a boolean to YAML 1.1. */
function settingIn(value: YamlNode): RuleSetting | undefined {
  return value.kind === 'scalar' ? SETTINGS.find((setting) => setting === value.source) : undefined;
}
