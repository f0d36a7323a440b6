/**
 * Readiness of a single step by its own columns and its last transition. Expectations hold in both profiles
 * unless a row names what the documented profile says instead.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src-engine/store/database.ts';
import { setProfile } from '../../../src-engine/store/session.ts';
import { openTestDatabase } from '../../support/database.ts';
import { insertTask, setClock, type StepSpec } from '../../support/tasker-rows.ts';
import { at, PROFILES, type ReadinessRow, stepReadiness } from '../support/answers.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await setClock(db);
});
afterAll(() => db.close());

type Expected = Partial<ReadinessRow>;

interface Case {
  readonly title: string;
  readonly step: StepSpec;
  readonly expected: Expected;
  /** What the documented profile decides differently. */
  readonly documented?: Expected;
}

const READY: Expected = { ready_for_execution: true };
const HELD: Expected = { ready_for_execution: false };

const CASES: readonly Case[] = [
  {
    title: 'R-11 in_process holds a pending step back, and says nothing about retries',
    step: { inProcess: true },
    expected: { ...HELD, retry_eligible: true },
  },
  {
    title: 'R-12 D3 the first attempt of a step that must not be retried',
    step: { retryable: false },
    expected: { ...HELD, retry_eligible: true },
    documented: { ...READY, retry_eligible: true },
  },
  {
    title: 'R-13 a pending step whose attempts are used up is not ready',
    step: { attempts: 3, limit: 3 },
    expected: { ...HELD, retry_eligible: false },
  },
  {
    title: 'R-13 a failed step whose attempts are used up is not ready',
    step: { state: 'error', attempts: 1, limit: 1, ago: 100 },
    expected: { ...HELD, retry_eligible: false, next_retry_at: at(-98) },
    documented: { ...HELD, retry_eligible: false, next_retry_at: null },
  },
  {
    title: 'R-14 null attempts count as 0 and a null limit as 3',
    step: { attempts: null, limit: null },
    expected: { ...READY, attempts: 0, retry_limit: 3 },
  },
  {
    title: 'R-15 one second after the first failure the wait runs',
    step: { state: 'error', attempts: 1, ago: 1 },
    expected: { ...HELD, next_retry_at: at(1) },
  },
  {
    title: 'R-15 three seconds after the first failure the wait is over',
    step: { state: 'error', attempts: 1, ago: 3 },
    expected: { ...READY, next_retry_at: at(-1) },
  },
  ...[
    { attempts: 2, ago: 3, isReady: false },
    { attempts: 2, ago: 5, isReady: true },
    { attempts: 3, ago: 7, isReady: false },
    { attempts: 4, ago: 15, isReady: false },
    { attempts: 4, ago: 17, isReady: true },
  ].map(({ attempts, ago, isReady }): Case => ({
    title: `R-16 ${attempts} attempts, failed ${ago} s ago: ready is ${String(isReady)}`,
    step: { state: 'error', attempts, limit: 5, ago },
    expected: { ready_for_execution: isReady, next_retry_at: at(2 ** attempts - ago) },
  })),
  {
    title: 'R-17 the wait is cut to 30 seconds and runs until then',
    step: { state: 'error', attempts: 5, limit: 8, ago: 29 },
    expected: { ...HELD, next_retry_at: at(1) },
  },
  {
    title: 'R-17 after 31 seconds the longest wait is over',
    step: { state: 'error', attempts: 5, limit: 8, ago: 31 },
    expected: { ...READY, next_retry_at: at(-1) },
  },
  {
    title: 'R-18 a failure just now',
    step: { state: 'error', attempts: 1 },
    expected: { ...HELD, last_failure_at: at(0), next_retry_at: at(2), retry_eligible: true },
  },
  {
    title: 'R-18 null attempts wait two seconds after a failure',
    step: { state: 'error', attempts: null },
    expected: { ...HELD, attempts: 0, next_retry_at: at(2) },
  },
  {
    title: 'R-19 an explicit wait that runs',
    step: { backoff: 30, attempted: 10 },
    expected: { ...HELD, next_retry_at: at(20) },
  },
  {
    title: 'R-19 an explicit wait that is over',
    step: { backoff: 30, attempted: 40 },
    expected: { ...READY, next_retry_at: at(-10) },
  },
  {
    title: 'R-20 an explicit wait without an attempt counts for nothing',
    step: { backoff: 30 },
    expected: { ...READY, next_retry_at: null, backoff_request_seconds: 30, last_attempted_at: null },
  },
  {
    title: 'a complete step that still carries an explicit wait',
    step: { state: 'complete', backoff: 30, attempted: 10 },
    expected: { ...HELD, next_retry_at: at(20) },
    documented: { ...HELD, next_retry_at: null },
  },
  {
    title: 'processed holds a pending step back',
    step: { processed: true },
    expected: HELD,
  },
];

describe.each(PROFILES)('profile %s', (profile) => {
  beforeAll(() => setProfile(db, profile));

  test.each(CASES)('$title', async ({ step, expected, documented }) => {
    const { taskId } = await insertTask(db, { parents: { only: [] }, steps: { only: step } });
    const row = await stepReadiness(db, taskId, 'only');
    expect(row).toMatchObject(profile === 'documented' ? (documented ?? expected) : expected);
  });

  test.each(['error', 'cancelled', 'in_progress'])(
    'R-21 a parent in state %s holds its child back',
    async (state) => {
      const { taskId } = await insertTask(db, { parents: { A: [], B: ['A'] }, steps: { A: { state } } });
      const child = await stepReadiness(db, taskId, 'B');
      expect(child).toMatchObject({ dependencies_satisfied: false, ready_for_execution: false });
    },
  );

  test('a parent resolved by hand satisfies its child', async () => {
    const steps = { A: { state: 'resolved_manually' } };
    const { taskId } = await insertTask(db, { parents: { A: [], B: ['A'] }, steps });
    expect(await stepReadiness(db, taskId, 'B')).toMatchObject({
      dependencies_satisfied: true,
      ready_for_execution: true,
    });
  });

  test('only the current transition counts', async () => {
    const history = [
      { to: 'in_progress', ago: 9 },
      { to: 'error', ago: 8 },
      { to: 'pending', ago: 1 },
    ];
    const { taskId } = await insertTask(db, {
      parents: { only: [] },
      steps: { only: { history, attempts: 1 } },
    });
    expect(await stepReadiness(db, taskId, 'only')).toMatchObject({
      current_state: 'pending',
      last_failure_at: null,
      next_retry_at: null,
      ready_for_execution: true,
    });
  });
});
