/** The results of tests as JUnit XML, as CI systems read it: a suite a template, a case a scenario. */
import { xmlText } from '../../../../src-engine/export/picture/xml-text.ts';
import type { Tested } from '../../testing/tested.ts';
import { reasonsOf, verdictOf } from '../../testing/tested.ts';

export function junitXml(all: readonly Tested[]): string {
  const suites = [...new Set(all.map(({ template }) => template ?? ''))];
  const body = suites.map((template) =>
    suite(
      template,
      all.filter((each) => (each.template ?? '') === template),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts(all)}>\n${body.join('\n')}\n</testsuites>\n`;
}

function suite(template: string, tests: readonly Tested[]): string {
  const name = xmlText(template === '' ? 'without a template' : template);
  return `  <testsuite name="${name}" ${counts(tests)}>\n${tests.map(testCase).join('\n')}\n  </testsuite>`;
}

function counts(tests: readonly Tested[]): string {
  const count = (verdict: string): number => tests.filter((tested) => verdictOf(tested) === verdict).length;
  const seconds = tests.reduce((sum, tested) => sum + secondsOf(tested), 0);
  return `tests="${tests.length}" failures="${count('unmet')}" errors="${count('bad')}" time="${seconds.toFixed(3)}"`;
}

function secondsOf(tested: Tested): number {
  return tested.kind === 'run' ? tested.seconds : 0;
}

function testCase(tested: Tested): string {
  const { scenario, template = '', title } = tested;
  const head = `    <testcase name="${xmlText(title)}" classname="${xmlText(template)}" file="${xmlText(scenario)}" time="${secondsOf(tested).toFixed(3)}"`;
  const reasons = reasonsOf(tested);
  const verdict = verdictOf(tested);
  if (verdict !== 'unmet' && verdict !== 'bad') return `${head}/>`;
  const kind = verdict === 'unmet' ? 'failure' : 'error';
  const text = reasons.map(xmlText).join('\n');
  return `${head}>\n      <${kind} message="${xmlText(reasons[0] ?? '')}">${text}</${kind}>\n    </testcase>`;
}
