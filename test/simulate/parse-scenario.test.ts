import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src-engine/template/problem.ts';
import { checkScenario, parseScenario } from '../../src-engine/simulate/parse-scenario.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';

const brief = ({ line, column, code, message, hint }: Problem): string =>
  `${line}:${column} ${code} ${message} | ${hint}`;

function problemsOf(text: string): readonly string[] {
  const result = parseScenario(text);
  return result.kind === 'rejected' ? result.problems.map(brief) : [];
}

describe('reading a scenario', () => {
  test('a complete scenario becomes the value that the schema describes', () => {
    const result = parseScenario(
      'name: Fine\nsteps:\n  pay:\n    attempts:\n      - outcome: unexpected_error\n',
    );
    expect(result).toMatchObject({
      kind: 'parsed',
      scenario: { name: 'Fine', steps: { pay: { attempts: [{ error_class: 'StandardError' }] } } },
    });
  });

  test.each(['', '# only a comment\n', '---\n'])('an empty file is an empty scenario: %j', (text) => {
    expect(parseScenario(text)).toMatchObject({ kind: 'parsed', scenario: {} });
  });

  test('anchors and aliases may be used', () => {
    const text = 'steps:\n  a: &slow { latency: 5s }\n  b: *slow\n';
    expect(parseScenario(text)).toMatchObject({ scenario: { steps: { b: { latency: '5s' } } } });
  });

  test('a text that is not YAML is refused with line and column', () => {
    expect(problemsOf('name: [open\nseed: 1\n')[0]).toMatch(/^2:1 yaml-syntax The YAML cannot be read/);
  });

  test('aliases that would blow up the document are refused', () => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let index = 1; index < 9; index++) {
      const before = String.fromCharCode(96 + index);
      const name = String.fromCharCode(97 + index);
      lines.push(`${name}: &${name} [${`*${before},`.repeat(9)}*${before}]`);
    }
    expect(problemsOf(lines.join('\n'))).toEqual([expect.stringContaining('yaml-syntax')]);
  });

  test.each([
    ['[', 200_000],
    ['a: {', 50_000],
    ['- ', 100_000],
  ])('%j repeated %i times is refused calmly', (text, count) => {
    expect(parseScenario(text.repeat(count)).kind).toBe('rejected');
  });

  test('a scenario that is a list is refused at its beginning', () => {
    expect(problemsOf('- a\n')).toEqual([
      expect.stringContaining('1:1 scenario-type the scenario must be a map, not a list.'),
    ]);
  });
});

describe('finding mistakes', () => {
  test('every mistake is found in one pass, in the order of the text', () => {
    const text = ['sed: 1', 'seed: many', 'profile: rails', 'steps:', '  pay:', '    atempts: []', ''].join(
      '\n',
    );
    expect(problemsOf(text)).toEqual([
      "1:1 scenario-unknown-key 'sed' is not a key of the scenario. | Did you mean 'seed'?",
      expect.stringContaining('2:7 scenario-type seed must be a number, not text.'),
      "3:10 scenario-value profile is 'rails', which is not one of its values. | Write one of: documented, rails-1.0.",
      "6:5 scenario-unknown-key 'atempts' is not a key of steps.pay. | Did you mean 'attempts'?",
    ]);
  });

  test('a key that only another outcome knows is refused, and the keys of this one are named', () => {
    const text = 'steps:\n  pay:\n    attempts:\n      - outcome: success\n        retry_after: 30\n';
    expect(problemsOf(text)).toEqual([
      "5:9 scenario-unknown-key 'retry_after' is not a key of steps.pay.attempts[0]. | Allowed here: outcome, results, latency.",
    ]);
  });

  test('a misspelt outcome gets the outcome that was meant', () => {
    expect(problemsOf('steps:\n  pay:\n    then: { outcome: sucess }\n')).toEqual([
      "3:22 scenario-value steps.pay.then.outcome is 'sucess', which is not one of its values. | Did you mean 'success'?",
    ]);
  });

  test('an attempt without an outcome is told which there are', () => {
    expect(problemsOf('steps:\n  pay:\n    attempts:\n      - message: no\n')).toEqual([
      expect.stringMatching(
        /^4:9 scenario-missing-key 'outcome' is missing .* Write one of: success, nothing,/,
      ),
    ]);
  });

  test('a missing status is reported at its attempt', () => {
    expect(problemsOf('steps:\n  pay:\n    attempts:\n      - outcome: http\n')).toEqual([
      expect.stringContaining("4:9 scenario-missing-key 'status' is missing in steps.pay.attempts[0]."),
    ]);
  });

  test.each([
    [
      'latency: 5 minutes',
      "1:10 scenario-value latency is '5 minutes', but a duration is a number with a unit",
    ],
    [
      'latency: { lognormal: { median: 1s } }',
      "1:12 scenario-unknown-key 'lognormal' is not a key of latency.",
    ],
    [
      'latency: { log_normal: { median: 1s, sigma: 9 } }',
      '1:45 scenario-range latency.log_normal.sigma must be at most 5.',
    ],
    [
      'latency: { log_normal: { sigma: 1 } }',
      "1:24 scenario-missing-key 'median' is missing in latency.log_normal.",
    ],
    ['latency: [1, 2]', '1:10 scenario-value latency has none of the allowed forms.'],
    ['start_at: tomorrow', "1:11 scenario-value start_at is 'tomorrow', which is not a time."],
    ['concurrency: 0', '1:14 scenario-range concurrency must be at least 1.'],
    ['concurrency: 1.5', '1:14 scenario-type concurrency must be a whole number, not a number.'],
    ['name:', '1:1 scenario-type name must be text, not empty.'],
    ['actions: [{ at: 1s, do: cancel_taks }]', "1:25 scenario-value actions[0].do is 'cancel_taks'"],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)[0]).toContain(problem);
    expect(problemsOf(text)).toHaveLength(1);
  });
});

describe('checking a scenario against its template', () => {
  const template = [
    'name: t',
    'task_handler_class: T',
    'default_dependent_system: d',
    'step_templates:',
    '  - { name: first, handler_class: A }',
    '  - { name: second, handler_class: B, depends_on_step: first }',
    '  - { name: aside, handler_class: C }',
    'environments: { production: {} }',
  ].join('\n');

  function check(text: string): readonly string[] {
    const parsed = parseTemplate(template);
    const result = parseScenario(text);
    if (parsed.kind === 'rejected' || result.kind === 'rejected') throw new Error('bad test data');
    return checkScenario(result.scenario, parsed.template, result.source).map(brief);
  }

  test('a step that the template has not is found wherever it is named', () => {
    const text = [
      'request: { bypass_steps: [none] }',
      'steps:',
      '  frist: {}',
      'actions:',
      '  - { at: 1s, do: reset_step, step: secnd }',
      'expect: { steps: { asied: { state: complete } } }',
    ].join('\n');
    expect(check(text)).toEqual([
      "1:27 scenario-unknown-step The template has no step 'none'. | Its steps are: first, second, aside.",
      "3:3 scenario-unknown-step The template has no step 'frist'. | Its steps are: first, second, aside.",
      "5:37 scenario-unknown-step The template has no step 'secnd'. | Did you mean 'second'?",
      "6:20 scenario-unknown-step The template has no step 'asied'. | Its steps are: first, second, aside.",
    ]);
  });

  test('a reference to a step that need not be complete is a warning', () => {
    expect(
      check('steps:\n  second:\n    results: { a: "${first.x}", b: ["${aside.y}"], c: "${context.z}" }\n'),
    ).toEqual([expect.stringContaining("3:37 scenario-reference 'second' reads results of 'aside'")]);
  });

  test('a reference to nothing is a warning', () => {
    expect(check('steps:\n  second:\n    results: "${firs.x}"\n')).toEqual([
      "3:14 scenario-reference 'firs' is not a step, so this reference is always null. | Did you mean 'first'?",
    ]);
  });

  test('an environment that the template has not is a warning', () => {
    expect(check('environment: prodution\n')).toEqual([
      expect.stringContaining(
        "1:14 scenario-unknown-environment The template has no environment 'prodution'",
      ),
    ]);
  });

  test('a scenario that fits has no problems', () => {
    expect(check('environment: production\nsteps: { first: { latency: 1s } }\n')).toEqual([]);
  });
});
