import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src-engine/lint/apply-fixes.ts';
import { lintRead, lintTemplate } from '../../src-engine/lint/lint-template.ts';
import { RULES } from '../../src-engine/lint/registry.ts';
import { editTemplate } from '../../src-engine/template/edit/edit-template.ts';
import { readTemplate } from '../../src-engine/template/read-template.ts';
import { fixtureFiles } from '../support/fixture-files.ts';
import { ALL_CASES } from './cases/all-cases.ts';

const TEXTS = [
  ...ALL_CASES.filter(({ wrong }) => wrong.length < 3000).map(({ wrong }) => wrong),
  ...fixtureFiles('upstream-templates').map(({ text }) => text),
];
/** Every rule speaks, also those that are off. */
const ALL = { config: { rules: Object.fromEntries(RULES.map(({ code, severity }) => [code, severity])) } };

/** A text with some of its lines exchanged, deleted, moved in, or filled with other words. */
const mutated = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    other: fc.constantFrom(...TEXTS),
    cuts: fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('delete', 'swap', 'take', 'indent', 'word')),
      { maxLength: 6 },
    ),
    word: fc.constantFrom(
      '~',
      '[]',
      '{}',
      '"',
      '1.0',
      '<<: *a',
      '? a',
      'on',
      '- - x',
      ': ',
      '2024-01-01',
      '\t',
      '&a x',
      '# tasker-lint-disable',
    ),
  })
  .map(({ text, other, cuts, word }) => {
    const lines = text.split('\n');
    const others = other.split('\n');
    for (const [a, b, kind] of cuts) {
      const at = a % lines.length;
      const line = lines[at] ?? '';
      if (kind === 'delete') lines.splice(at, 1);
      else if (kind === 'swap') [lines[at], lines[b % lines.length]] = [lines[b % lines.length] ?? '', line];
      else if (kind === 'take') lines.splice(at, 0, others[b % others.length] ?? '');
      else if (kind === 'indent') lines[at] = `  ${line}`;
      else lines[at] = line.replace(/: .*$/, () => `: ${word}`);
      if (lines.length === 0) lines.push('');
    }
    return lines.join('\n');
  });

describe('for any text', () => {
  test('lint answers, points into the text, and every fix can be tried', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        for (const { offset, length, fixes = [] } of lintTemplate(text, ALL)) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
          for (const { edit } of fixes) {
            const result = editTemplate(text, edit);
            expect(result.kind === 'refused' ? result.message : '').not.toContain('Error');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('mending never makes a template worse, and mending twice changes nothing more', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const errorsIn = (of: string): number =>
          lintTemplate(of).filter(({ severity }) => severity === 'error').length;
        const { text: mended, applied } = applyFixes(text, lintTemplate);
        expect(errorsIn(mended)).toBeLessThanOrEqual(errorsIn(text));
        expect(applied.length > 0).toBe(mended !== text);
        expect(applyFixes(mended, lintTemplate).text).toBe(mended);
      }),
      { numRuns: 60 },
    );
  });
});

test('the rules of a template with 600 steps take no time worth mentioning', () => {
  const steps = Array.from({ length: 600 }, (_, index) => {
    const parents = [index - 1, index - 2, index - 7].filter((parent) => parent >= 0);
    return `  - name: step_${index}\n    handler_class: Steps::Step${index}\n    default_retry_limit: ${index % 5}\n    depends_on_steps: [${parents.map((parent) => `step_${parent}`).join(', ')}]\n    handler_config: { type: api, url: http://x.example.com }\n`;
  });
  const text = `name: large\nversion: "1.0.0"\ntask_handler_class: Large\nstep_templates:\n${steps.join('')}`;
  const read = readTemplate(text);
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    lintRead(text, read, {});
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  // Computing time, so that a busy machine does no harm: some 25 ms, with 700 problems and their fixes.
  expect(Math.min(...times)).toBeLessThan(100);
});
