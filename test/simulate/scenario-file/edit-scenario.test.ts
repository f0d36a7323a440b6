import * as fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../../src-engine/simulate/parse-scenario.ts';
import { compareScenarios } from '../../../src-engine/simulate/scenario-file/compare-scenarios.ts';
import { editScenario } from '../../../src-engine/simulate/scenario-file/edit-scenario.ts';
import { pictureLatency } from '../../../src-engine/simulate/chance/picture-latency.ts';

const TEXT = `# what happens on a bad day
name: bad day
seed: 7 # a lucky number

steps:
  # the gateway
  pay:
    latency: 2s
    attempts:
      - outcome: timeout # first
      - { outcome: success }
expect:
  task: complete
`;

function edited(...edits: Parameters<typeof editScenario>[1]): string {
  const done = editScenario(TEXT, edits);
  if (done.kind === 'refused') throw new Error(done.message);
  return done.text;
}

describe('a scenario that is edited', () => {
  test('says what was set, and keeps its comments, its order and everything else', () => {
    const text = edited({
      kind: 'set-value',
      path: ['steps', 'pay', 'attempts'],
      value: [{ outcome: 'timeout' }, { outcome: 'crash' }, { outcome: 'success' }],
    });
    expect(text).toContain('# the gateway');
    expect(text).toContain('- outcome: timeout # first');
    expect(text).toContain('seed: 7 # a lucky number');
    expect(parse(text)).toMatchObject({ steps: { pay: { attempts: [{}, { outcome: 'crash' }, {}] } } });
  });

  test('is as it was when what was set is taken away again', () => {
    const added = edited({
      kind: 'set-value',
      path: ['steps', 'ship', 'attempts'],
      value: [{ outcome: 'crash' }],
    });
    expect(editScenario(added, [{ kind: 'delete-value', path: ['steps', 'ship', 'attempts', 0] }])).toEqual({
      kind: 'changed',
      text: TEXT,
    });
  });

  test('can begin with an empty file, and can become one that says nothing', () => {
    const set = editScenario('', [
      { kind: 'set-value', path: ['steps', 'a', 'results'], value: { ok: true } },
    ]);
    expect(set.kind === 'changed' && parse(set.text)).toEqual({ steps: { a: { results: { ok: true } } } });
  });

  test('is refused with the line while its text has a syntax error', () => {
    const done = editScenario('steps:\n  a: [1\nb: 2\n', [{ kind: 'set-value', path: ['seed'], value: 1 }]);
    expect(done).toMatchObject({ kind: 'refused', message: expect.stringContaining('line') });
  });

  test('loses its first attempt and keeps the second', () => {
    const text = edited({
      kind: 'set-value',
      path: ['steps', 'pay', 'attempts'],
      value: [{ outcome: 'success' }],
    });
    expect(text).toBe(TEXT.replace('      - outcome: timeout # first\n', ''));
  });

  test('reads as it was set, for any attempts', () => {
    const attempt = fc.oneof(
      fc.constant({ outcome: 'success' }),
      fc.record({ outcome: fc.constant('retryable_error'), retry_after: fc.integer({ min: 0, max: 900 }) }),
      fc.record({ outcome: fc.constant('http'), status: fc.integer({ min: 100, max: 599 }) }),
      fc.record({ outcome: fc.constant('permanent_error'), message: fc.string({ unit: 'grapheme' }) }),
    );
    fc.assert(
      fc.property(
        fc.array(attempt, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('pay', 'ship it'),
        (value, step) => {
          const parsed = parseScenario(
            edited({ kind: 'set-value', path: ['steps', step, 'attempts'], value }),
          );
          expect(parsed.kind).toBe('parsed');
          if (parsed.kind === 'parsed') expect(parsed.scenario.steps?.[step]?.attempts).toEqual(value);
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('two scenarios are compared key by key', () => {
  const other = edited(
    { kind: 'set-value', path: ['seed'], value: 8 },
    { kind: 'delete-value', path: ['steps', 'pay', 'latency'] },
  );
  expect(compareScenarios(TEXT, other)).toEqual([
    { path: 'seed', left: '7', right: '8' },
    { path: 'steps.pay.latency', left: '"2s"', right: null },
  ]);
  expect(compareScenarios(TEXT, TEXT)).toEqual([]);
});

describe('the picture of a latency', () => {
  test.each([
    ['2s', 2_000, 2_000],
    [{ uniform: ['1s', '3s'] as [string, string] }, 2_000, 2_900],
    [{ log_normal: { median: '250ms', sigma: 0.5 } }, 250, 569],
  ] as const)('%j has its median and its 95th percentile where they are', (latency, median, p95) => {
    const { medianMs, p95Ms, shares } = pictureLatency(latency);
    expect(Math.abs(medianMs - median) / median).toBeLessThan(0.08);
    expect(Math.abs(p95Ms - p95) / p95).toBeLessThan(0.1);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
});
