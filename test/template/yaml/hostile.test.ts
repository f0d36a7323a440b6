import { expect, test } from 'vitest';
import { lintTemplate } from '../../../src-engine/lint/lint-template.ts';
import { lintTemplates } from '../../../src-engine/lint/lint-templates.ts';
import { parseTemplate } from '../../../src-engine/template/parse-template.ts';
import { MINIMAL, misplaced } from '../texts.ts';

const MEGA = 1_000_000;
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Texts that overflow a stack or take minutes in a parser without limits. */
const HOSTILE: Readonly<Record<string, string>> = {
  'open brackets': '['.repeat(MEGA),
  'open braces': '{a: '.repeat(MEGA / 4),
  'nested dashes': '- '.repeat(MEGA / 2),
  'nested question marks': '? '.repeat(MEGA / 2),
  'nested keys': 'a: '.repeat(MEGA / 3),
  'nested blocks': lines(1_400, (index) => `${' '.repeat(index)}a:`),
  'closing brackets': ']'.repeat(MEGA),
  commas: `[${','.repeat(MEGA)}]`,
  quotes: '"'.repeat(MEGA),
  anchors: '&a '.repeat(MEGA / 3),
  tags: '!a '.repeat(MEGA / 3),
  directives: '%a\n'.repeat(MEGA / 3),
  documents: '---\n'.repeat(MEGA / 4),
  comments: '#\n'.repeat(MEGA / 2),
  'carriage returns': '\r'.repeat(MEGA),
  'NUL characters': '\0'.repeat(MEGA),
  'half characters': '\uD800'.repeat(MEGA),
  'one long scalar': 'a'.repeat(MEGA),
  'one long number': '1'.repeat(MEGA),
  'one long key': `${'k'.repeat(1_000)}: 1\n`.repeat(1_000),
  'ERB tags': '<%'.repeat(MEGA / 2),
  'dollar braces': `a: ${'${a'.repeat(MEGA / 3)}`,
  'equal keys': 'a: 1\n'.repeat(MEGA / 25),
  'equal steps': `${MINIMAL}${'  - name: fetch\n    handler_class: H\n'.repeat(2_000)}`,
  'a step that depends on everything': `${MINIMAL}    depends_on_steps: [${Array.from({ length: 20_000 }, (_, index) => `s${index}`).join()}]`,
  'steps that depend on near names': `${MINIMAL}${lines(1_500, (i) => `  - name: step_${i}_x\n    handler_class: H\n    depends_on_step: step_${i}_`)}`,
  'an alias bomb': lines(30, (index) => `a${index}: &a${index} [${`*a${index - 1},`.repeat(9)}]`),
  'many environments': `${MINIMAL}environments:\n${lines(500, (index) => `  e${index}: { step_templates: [{ name: x${index} }] }`)}`,
  'two megabytes and one': ' '.repeat(2 * MEGA + 1),
};

/** A guard against hanging, not a measurement. */
const PATIENCE = 60_000;

test.each(Object.entries(HOSTILE))(
  '%s get an answer with problems inside the text',
  (_name, text) => {
    const result = parseTemplate(text);
    expect(lintTemplate(text).length).toBeGreaterThan(0);
    expect(result.problems.length).toBeGreaterThan(0);
    expect(result.problems.length).toBeLessThanOrEqual(1_000);
    expect(misplaced(text, { ...result, problems: result.problems.slice(0, 20) })).toEqual([]);
  },
  PATIENCE,
);

test(
  'a check of all environments stops at a number of them',
  () => {
    const [linted] = lintTemplates([{ file: 'x.yaml', text: HOSTILE['many environments'] ?? '' }]);
    expect(linted?.environments).toHaveLength(500);
  },
  PATIENCE,
);
