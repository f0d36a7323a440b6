import { expect, test } from 'vitest';
import { formatProblem } from '../../src-engine/template/format-problem.ts';
import { problem, withStep } from './texts.ts';

test('a problem is printed with its place, its line, a mark below it and a hint', () => {
  const text = withStep('depends_on_step: fetsch');
  expect(formatProblem(problem(text, 'unknown-dependency'), text, 'orders.yaml')).toBe(
    [
      "error unknown-dependency: The step 'fetch' depends on 'fetsch', which no step has as its name.",
      ' --> orders.yaml:7:22 (/step_templates/0/depends_on_step)',
      '  |',
      '7 |     depends_on_step: fetsch',
      '  |                      ^^^^^^',
      "  = Did you mean 'fetch'?",
    ].join('\n'),
  );
});

test('of a long line only the part around the place is shown', () => {
  const text = withStep(
    `handler_config: { a: "${'x'.repeat(300)}", b: 2024-01-01, c: "${'y'.repeat(300)}" }`,
  );
  const printed = formatProblem(problem(text, 'unquoted-date'), text, 'f.yaml').split('\n');
  const [shown = '', mark = ''] = printed.slice(3, 5);
  expect(shown.length).toBeLessThan(120);
  expect(shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('2024-01-01');
});

test('tabs before the place keep the mark aligned, control characters are not printed', () => {
  const text = 'name:\t\t2024-01-01\n';
  expect(formatProblem(problem(text, 'unquoted-date'), text, 'f.yaml')).toContain(
    '\n  |      \t\t^^^^^^^^^^\n',
  );
  const rude = 'name: \u001B[31m2\n';
  expect(formatProblem(problem(rude, 'control-character'), rude, 'f.yaml')).not.toContain('\u001B');
});
