import { describe, expect, test } from 'vitest';
import type { LintConfig } from '../../src-engine/lint/lint-config.ts';
import { lintTemplate } from '../../src-engine/lint/lint-template.ts';
import { lintTemplates } from '../../src-engine/lint/lint-templates.ts';
import { RULES, ruleOf } from '../../src-engine/lint/registry.ts';
import { editTemplate } from '../../src-engine/template/edit/edit-template.ts';
import type { Problem } from '../../src-engine/template/problem.ts';
import { ALL_CASES } from './cases/all-cases.ts';
import type { RuleCase } from './cases/rule-case.ts';

/** Rules that are off are asked for. */
const withRule = (code: string): LintConfig => ({ rules: { [code]: ruleOf(code)?.severity ?? 'info' } });

function problemsOf(text: string, { code, environment, beside }: RuleCase): readonly Problem[] {
  const config = withRule(code);
  const problems =
    beside === undefined
      ? lintTemplate(text, { config, ...(environment === undefined ? {} : { environment }) })
      : (lintTemplates([
          { file: 'beside.yaml', text: beside, config },
          { file: 'order.yaml', text, config },
        ])[1]?.problems ?? []);
  return problems.filter((problem) => problem.code === code);
}

describe('every rule', () => {
  test.each(ALL_CASES)('$code is found where it is, and only there', (example) => {
    const [found] = problemsOf(example.wrong, example);
    expect(found).toBeDefined();
    expect(found?.message).toMatch(/[.!]$/);
    expect(problemsOf(example.right, example)).toEqual([]);
  });

  test.each(ALL_CASES.filter(({ fixed }) => fixed !== undefined))(
    '$code is mended by its usual fix, and nothing else changes',
    (example) => {
      const { wrong, fixed } = example;
      const before = problemsOf(wrong, example);
      const fix = before[0]?.fixes?.[0];
      expect(fix).toBeDefined();
      if (fix === undefined) return;
      expect(fix.title).toMatch(/^\S/);
      const result = editTemplate(wrong, fix.edit);
      expect(result).toMatchObject({ kind: 'changed', text: fixed });
      if (result.kind === 'changed')
        expect(problemsOf(result.text, example).length).toBeLessThan(before.length);
    },
  );

  test('has an example when it checks or mends', () => {
    const withCase = new Set(ALL_CASES.map(({ code }) => code));
    const isActive = RULES.filter(({ check, checkFiles, fix }) => check ?? checkFiles ?? fix);
    expect(isActive.map(({ code }) => code).filter((code) => !withCase.has(code))).toEqual([]);
    const withFixed = new Set(ALL_CASES.flatMap(({ code, fixed }) => (fixed === undefined ? [] : code)));
    const mending = RULES.filter(({ fix }) => fix !== undefined);
    expect(mending.map(({ code }) => code).filter((code) => !withFixed.has(code))).toEqual([]);
  });
});
