import { describe, expect, test } from 'vitest';
import { NO_COLOURS } from '../../../../src-main/cli/io.ts';
import { isDrifted, renderDrift } from '../../../../src-main/cli/render/inspect/drift.ts';
import { renderAnyway, renderFacts, renderWritable } from '../../../../src-main/cli/render/inspect/facts.ts';
import { renderOverview } from '../../../../src-main/cli/render/inspect/overview.ts';
import { renderStuck } from '../../../../src-main/cli/render/inspect/stuck.ts';
import { renderTask } from '../../../../src-main/cli/render/inspect/task.ts';
import { renderChanges, renderTasks } from '../../../../src-main/cli/render/inspect/tasks.ts';
import { textWidth } from '../../../../src-main/cli/render/text.ts';
import {
  DETAIL,
  DRIFT,
  FACTS,
  HARMLESS,
  HOSTILE,
  OVERVIEW,
  ROW,
  step,
  STUCK,
} from '../../support/fake-production.ts';

const WIDTH = 120;

function text(lines: readonly string[]): string {
  return lines.join('\n');
}

describe('the overview', () => {
  const shown = text(renderOverview(OVERVIEW, WIDTH, NO_COLOURS));

  test('says how many tasks were counted, and that it is not all of them', () => {
    expect(shown).toContain('the newest 1,000 of about 1,204,000 tasks, as of 2026-05-01 12:00:00 UTC');
    const all = { ...OVERVIEW, looked: { tasks: 1, isAll: true } };
    expect(text(renderOverview(all, WIDTH, NO_COLOURS))).toContain('Tasks: 1 task, as of');
  });

  test('draws a bar for each state', () => {
    expect(shown).toMatch(/✓ complete {4}990 {2}99\.0 % {2}█{30}\n✗ error {8}10 {3}1\.0 % {2}▏/);
  });

  test('draws what came and went, each row on a scale of its own', () => {
    expect(shown).toMatch(/Throughput of the last 24 hours, a column for 1 h 00 m/);
    expect(shown).toMatch(/created {3}·█ {2}80, at most 80/);
    expect(shown).toMatch(/completed ·█ {2}40, at most 40/);
    expect(shown).toMatch(/failed {4}·█ {2}1, at most 1/);
  });

  test('adds up neighbours where there are more stretches than columns', () => {
    const bucket = { at: '2026-05-01T10:00:00.000Z', created: 1, completed: 0, failed: 0 };
    const many = {
      ...OVERVIEW,
      hours: 2_160,
      throughput: { bucketMinutes: 60, buckets: Array.from({ length: 2_160 }, () => bucket) },
    };
    const lines = renderOverview(many, 80, NO_COLOURS);
    expect(text(lines)).toContain('  created   ████');
    expect(text(lines)).toContain('2,160, at most');
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(80);
  });

  test('names slow steps and what is stuck', () => {
    expect(shown).toMatch(/pay {9}process_order 1\.0\.0 {3}900 {2}350 ms {2}4\.2 s {2}1 m 01 s {7}77/);
    expect(shown).toContain('4  failed, and no attempt is left');
    expect(shown).toContain('The longest: task 1042 (process_order), step pay, since');
  });

  test('of an empty database says that there is nothing', () => {
    const empty = {
      ...OVERVIEW,
      states: [],
      namespaces: [],
      slowSteps: [],
      throughput: { bucketMinutes: 60, buckets: [] },
      stuck: { kinds: [], isAll: true, oldest: null },
    };
    expect(text(renderOverview(empty, WIDTH, NO_COLOURS))).toMatch(
      /There are none\.[\s\S]*✓ Nothing is stuck among the open tasks$/,
    );
  });
});

describe('tasks', () => {
  test('are a table, a row each', () => {
    const [head, row, , sum] = renderTasks({ rows: [ROW], next: 'p', looked: 9 }, 200, NO_COLOURS);
    expect(head).toMatch(
      /^Task {2}State {4}Name {11}Version {2}Namespace {2}Created \(UTC\) {9}Changed {2}Steps$/,
    );
    expect(row).toMatch(/^1042 {2}✗ error {2}process_order {2}1\.0\.0 .* ✓3 ✗1$/);
    expect(sum).toBe('1 task, the newest first (9 looked at; there are more: --limit)');
  });

  test('of long names are cut to the width, numbers and times never', () => {
    const long = { ...ROW, name: 'n'.repeat(80), namespace: 's'.repeat(40) };
    const lines = renderTasks({ rows: [long], next: null, looked: 1 }, 110, NO_COLOURS);
    expect(textWidth(lines[1] ?? '')).toBeLessThanOrEqual(110);
    expect(lines[1]).toMatch(/^1042 {2}✗ error {2}n+….*2026-05-01 10:00:00 {2}10:02:05 {2}✓3 ✗1$/);
    const later = { ...ROW, changedAt: '2026-05-02T09:00:00.000Z' };
    const [, row] = renderTasks({ rows: [later], next: null, looked: 1 }, 110, NO_COLOURS);
    expect(row).toContain('2026-05-01 10:00:00  2026-05-02 09:00:00');
  });

  test('that nobody has are told as none', () => {
    expect(renderTasks({ rows: [], next: null, looked: 0 }, WIDTH, NO_COLOURS)).toEqual([
      'No task is like that (0 looked at).',
    ]);
  });

  test.each(['blocked_by_failures', 'constructor'])(
    'in a state of another engine (%s) keep its name',
    (state) => {
      const lines = renderTasks({ rows: [{ ...ROW, state }], next: null, looked: 1 }, 200, NO_COLOURS);
      expect(lines[1]).toContain(`· ${state.replaceAll('_', ' ')}`);
    },
  );
});

describe('a task', () => {
  const shown = text(renderTask(DETAIL, WIDTH, NO_COLOURS));

  test('begins with who it is and what is unusual about it', () => {
    expect(shown).toMatch(/^Task 1042 {2}✗ error {2}process_order 1\.0\.0 in shop\n/);
    expect(shown).toContain('A step has no transition.');
    expect(shown).toContain('"order_id": 42');
  });

  test('has its steps with state, attempts and parents, and a sentence for those that are not done', () => {
    expect(shown).toMatch(/reserve {2}✓ complete {7}1\/3\n/);
    expect(shown).toMatch(/pay {6}✗ error {10}3\/3 {2}reserve\n/);
    expect(shown).toContain(
      'Readiness (get_step_readiness_status of the database)\n  ○ pay has no attempt left.',
    );
    expect(shown).not.toContain('reserve is complete.');
  });

  test('says when the next attempt may be', () => {
    const steps = [
      step({ step: '7', name: 'pay', words: 'waits.', nextRetryAt: '2026-05-01T12:00:30.000Z' }),
    ];
    expect(text(renderTask({ ...DETAIL, steps }, WIDTH, NO_COLOURS))).toContain(
      'pay waits. Next attempt from 2026-05-01 12:00:30 UTC.',
    );
  });

  test('shows what an operator might do as text that was not run', () => {
    expect(shown).toContain(
      [
        '  pay: failed, and no attempt is left, since 2026-05-01 10:02:05 UTC',
        '    It failed 3 times, which is all it may.',
        '    Text to copy; nothing was run:',
        '      Let it try again',
        '      It gets a new attempt.',
        '        Tasker::WorkflowStep.find(7)',
        "          .state_machine.transition_to!('pending')",
      ].join('\n'),
    );
  });

  test('leaves out what is too long, and says where all of it is', () => {
    const context = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`key_${index}`, index]));
    const at = '2026-05-01T10:00:00.000Z';
    const events = Array.from({ length: 100 }, (_, index) => ({ at, name: `event.${index}`, payload: {} }));
    const long = text(renderTask({ ...DETAIL, context, events }, WIDTH, NO_COLOURS));
    expect(long).toContain('… 32 more lines; all of it: --json');
    expect(long).toContain('… 60 earlier ones; all of them: --json');
    expect(long).toContain('event.99');
    expect(long).not.toContain('event.59 ');
    const left = text(renderTask({ ...DETAIL, context: null, contextSize: 2_000_000 }, WIDTH, NO_COLOURS));
    expect(left).toContain('Context (2.0 MB): too large, left where it is');
  });
});

describe('stuck steps', () => {
  test('of one kind stand together', () => {
    const steps = [
      STUCK,
      { ...STUCK, task: '1', kind: 'orphaned', step: null, stepName: null } as const,
      { ...STUCK, task: '2' },
    ];
    const lines = renderStuck({ steps, next: 'p', looked: 30 }, WIDTH, NO_COLOURS);
    const found = lines
      .filter((line) => /^\S|^ {2,5}\d/.test(line))
      .map((line) => line.slice(0, 33).trimEnd());
    expect(found).toEqual([
      'failed, and no attempt is left (2',
      '  1042  ✗ error  pay   process_or',
      '     2  ✗ error  pay   process_or',
      'in progress, but nobody works on',
      '     1  ✗ error  the whole task',
      '3 findings (30 open tasks looked',
    ]);
    expect(text(lines)).toContain('the whole task');
    expect(lines.at(-1)).toContain('there are more: --limit');
  });
});

test('what can be done about the whole task is not said twice', () => {
  const twice = { ...DETAIL, actions: STUCK.actions };
  expect(text(renderTask(twice, WIDTH, NO_COLOURS)).split('It gets a new attempt.')).toHaveLength(2);
});

describe('drift', () => {
  test('is a table of what each side says, with a sentence for each row', () => {
    const shown = text(renderDrift(DRIFT, 'order.yaml', WIDTH, NO_COLOURS));
    expect(shown).toMatch(/step ship {2}retry_limit 3 {4}retry_limit 5/);
    expect(shown).toContain('step ship: New tasks get 3 attempts.');
    expect(shown).toContain(
      '✗ 1 difference between order.yaml and the database. The edges are those of task 1042.',
    );
  });

  test('of a task nobody ever started names the versions that are known', () => {
    const unknown = { ...DRIFT, known: false, rows: [] };
    expect(isDrifted(unknown)).toBe(true);
    expect(renderDrift(unknown, 'order.yaml', WIDTH, NO_COLOURS)).toEqual([
      '✗ The database knows no task as in order.yaml.',
      '  It knows of that name: 1.0.0, 1.1.0.',
    ]);
  });

  test('is none where both say the same', () => {
    const same = { ...DRIFT, rows: [], comparedTask: null };
    expect(isDrifted(same)).toBe(false);
    expect(renderDrift(same, 'order.yaml', WIDTH, NO_COLOURS)).toEqual([
      '✓ order.yaml and the database say the same.',
      '  There is no task of it to compare the edges with.',
    ]);
  });
});

describe('the facts', () => {
  test('say which engine it is once, and every other note', () => {
    const facts = { ...FACTS, notes: ['Tasker for Rails in schema public.', 'It has no versions.'] };
    const shown = text(renderFacts(facts, WIDTH, NO_COLOURS));
    expect(shown.match(/Tasker for Rails/g)).toHaveLength(1);
    expect(shown).toContain('It has no versions.');
  });

  test.each([
    ['verified', 'encrypted and verified'],
    ['unverified', 'encrypted, but not verified'],
    ['none', 'not encrypted'],
    ['tunnel', 'through a tunnel'],
  ] as const)('say how the line is: %s', (encryption, words) => {
    const facts = { ...FACTS, encryption, isStandby: true };
    expect(text(renderFacts(facts, WIDTH, NO_COLOURS))).toContain(`PostgreSQL 15.18, a standby, ${words}`);
  });
});

describe('text of a database', () => {
  const row = { ...ROW, namespace: HOSTILE, name: HOSTILE, version: HOSTILE, state: HOSTILE, task: HOSTILE };
  const stuck = {
    ...STUCK,
    ...row,
    taskState: HOSTILE,
    stepName: HOSTILE,
    since: HOSTILE,
    words: HOSTILE,
    actions: [{ title: HOSTILE, text: HOSTILE, words: HOSTILE }],
  };
  const facts = {
    ...FACTS,
    server: HOSTILE,
    title: HOSTILE,
    schema: HOSTILE,
    prefix: HOSTILE,
    notes: [HOSTILE],
    writes: [HOSTILE],
    viewerScript: HOSTILE,
  };
  const counts = [{ state: HOSTILE, count: 1 }];
  const all: Readonly<Record<string, readonly string[]>> = {
    facts: renderFacts(facts, WIDTH, NO_COLOURS),
    writable: renderWritable(facts, WIDTH, NO_COLOURS),
    anyway: renderAnyway(facts, WIDTH, NO_COLOURS),
    overview: renderOverview(
      {
        ...OVERVIEW,
        at: HOSTILE,
        states: counts,
        namespaces: [{ namespace: HOSTILE, tasks: 1, states: counts }],
        slowSteps: OVERVIEW.slowSteps.map((slow) => ({
          ...slow,
          step: HOSTILE,
          name: HOSTILE,
          slowestTask: HOSTILE,
        })),
        throughput: {
          bucketMinutes: 60,
          buckets: [{ at: HOSTILE, created: 1, completed: 1, failed: 1 }],
        },
        stuck: { kinds: [{ kind: HOSTILE, count: 1 }], isAll: true, oldest: stuck },
      },
      WIDTH,
      NO_COLOURS,
    ),
    tasks: renderTasks({ rows: [{ ...row, steps: counts }], next: HOSTILE, looked: 1 }, WIDTH, NO_COLOURS),
    changes: renderChanges([{ ...row, changedAt: HOSTILE, steps: counts }], NO_COLOURS),
    task: renderTask(
      {
        ...DETAIL,
        row,
        at: HOSTILE,
        context: { [HOSTILE]: HOSTILE },
        steps: [
          step({
            step: HOSTILE,
            name: HOSTILE,
            state: HOSTILE,
            words: HOSTILE,
            parents: [HOSTILE],
            nextRetryAt: HOSTILE,
          }),
        ],
        events: [{ at: HOSTILE, name: HOSTILE, payload: { [HOSTILE]: HOSTILE } }],
        judgedBy: HOSTILE,
        notes: [HOSTILE],
        stuck: [stuck],
        actions: stuck.actions,
      },
      WIDTH,
      NO_COLOURS,
    ),
    stuck: renderStuck({ steps: [stuck], next: null, looked: 1 }, WIDTH, NO_COLOURS),
    drift: renderDrift(
      {
        ...DRIFT,
        comparedTask: HOSTILE,
        rows: [{ what: HOSTILE, inTemplate: HOSTILE, inDatabase: HOSTILE, words: HOSTILE }],
      },
      HOSTILE,
      WIDTH,
      NO_COLOURS,
    ),
    unknown: renderDrift({ ...DRIFT, known: false, versions: [HOSTILE] }, HOSTILE, WIDTH, NO_COLOURS),
  };

  test.each(Object.entries(all))('never commands the terminal: %s', (_, lines) => {
    for (const line of lines)
      expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/);
  });

  test('shows where something was replaced', () => {
    expect(text(all['changes'] ?? [])).toContain(HARMLESS);
  });
});
