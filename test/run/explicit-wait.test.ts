import { describe, expect, it } from 'vitest';
import { simulatedHandler } from '../../src-engine/handlers/simulated.ts';
import { applyFailure } from '../../src-engine/run/world/failure.ts';
import type { Profile } from '../../src-engine/run/profile.ts';
import { DOCUMENTED, RAILS_1_0 } from '../../src-engine/run/profile.ts';
import { TaskRun } from '../../src-engine/run/task-run.ts';
import { chanceFrom } from '../../src-engine/simulate/chance/random.ts';
import type { Attempt, ProfileName } from '../../src-engine/simulate/scenario.ts';
import type { JsonObject } from '../../src-engine/template/template.ts';
import { useSandbox } from '../support/simulated-run.ts';
import { stepTemplate, workflow } from '../support/workflows.ts';

const sandbox = useSandbox();

interface Given {
  readonly profile?: ProfileName;
  readonly config?: JsonObject;
  readonly limit?: number;
}

const API = { type: 'api', url: 'https://api.test' };
const ENABLED = { ...API, enable_exponential_backoff: true };

/** The explicit wait that is left after the given attempts, of which the last may not be followed by another. */
async function storedWait(
  attempts: readonly Attempt[],
  { profile = 'documented', config = API, limit }: Given = {},
) {
  const run = await sandbox.run(
    { call: [] },
    {
      profile,
      specs: { call: { handlerConfig: config, defaultRetryLimit: limit ?? attempts.length } },
      scenario: { steps: { call: { attempts: [...attempts] } } },
    },
  );
  return { ...(await sandbox.row('call')), run };
}

const http = (status: number, retry_after?: number): Attempt => ({
  outcome: 'http',
  status,
  ...(retry_after === undefined ? {} : { retry_after }),
});

describe('the explicit wait of an API step', () => {
  it.each([
    [1, 1],
    [3, 4],
  ])(
    'B-5: a 429 without Retry-After at attempt %i stores %i seconds, looked up before it is counted',
    async (attempt, seconds) => {
      const left = await storedWait(Array.from({ length: attempt }, () => http(429)));
      expect(left).toMatchObject({
        attempts: attempt,
        backoff_request_seconds: seconds,
        last_attempted_at: expect.any(String) as unknown,
      });
      expect(left.run.named('observability.step.backoff').at(-1)?.payload).toMatchObject({
        backoff_seconds: seconds,
        backoff_type: 'exponential',
      });
    },
  );

  it.each([
    [30, 30],
    [4_000, 300],
  ])('B-6: Retry-After %i is stored as %i seconds, asked for by the server', async (asked, stored) => {
    const left = await storedWait([http(503, asked)]);
    expect(left.backoff_request_seconds).toBe(stored);
    expect(left.run.named('observability.step.backoff')[0]?.payload).toMatchObject({
      backoff_seconds: stored,
      backoff_type: 'server_requested',
    });
  });

  it.each<ProfileName>(['documented', 'rails-1.0'])(
    'B-7, %s: with exponential backoff disabled a 503 without header stores none',
    async (profile) => {
      const config = { ...API, enable_exponential_backoff: false };
      const left = await storedWait([http(503)], { profile, config });
      expect(left.backoff_request_seconds).toBeNull();
      expect(left.run.named('observability.step.backoff')).toEqual([]);
    },
  );

  it('B-7: a template that does not say has it on (documented) or off (rails-1.0)', async () => {
    expect((await storedWait([http(503)])).backoff_request_seconds).toBe(1);
    const shipped = await storedWait([http(503)], { profile: 'rails-1.0' });
    expect(shipped.backoff_request_seconds).toBeNull();
    const enabled = await storedWait([http(503)], { profile: 'rails-1.0', config: ENABLED });
    expect(enabled.backoff_request_seconds).toBe(1);
  });

  it('B-8: 200 to 226 complete the step with the body as results', async () => {
    const { run } = await storedWait([{ outcome: 'http', status: 201, body: { id: 7 } }]);
    expect(run.step('call')).toMatchObject({ state: 'complete', results: { id: 7 } });
  });

  it('B-8: 404 is permanent with its code in the details and without a wait', async () => {
    const { run, backoff_request_seconds, retryable } = await storedWait([http(404)], { limit: 3 });
    expect(backoff_request_seconds).toBeNull();
    expect(retryable).toBe(false);
    expect(run.report.outcome).toBe('failed');
    expect(run.step('call').results).toMatchObject({
      error_class: 'Tasker::PermanentError',
      error_details: { error_code: 'HTTP_404', error_context: { status: 404 } },
    });
  });

  it('B-8, rails-1.0: 404 leaves the step retryable', async () => {
    const { retryable } = await storedWait([http(404)], { limit: 3, profile: 'rails-1.0' });
    expect(retryable).toBe(true);
  });

  it('B-8: every other status is retried without an explicit wait', async () => {
    const { run, backoff_request_seconds } = await storedWait([http(500)], { limit: 3 });
    expect(backoff_request_seconds).toBeNull();
    expect(run.step('call')).toMatchObject({ state: 'complete', attempts: 2 });
  });

  it('the later of the explicit and the failure wait counts: 1 stored second waits for 2', async () => {
    const { run } = await storedWait([http(429)], { limit: 2 });
    const wait = run.step('call').spans.find((span) => span.detail === 'backoff');
    expect(wait).toMatchObject({ fromMs: 1_000, toMs: 3_000 });
  });
});

describe('the explicit wait of a plain handler', () => {
  const asks: Attempt = { outcome: 'retryable_error', retry_after: 60 };
  const silent: Attempt = { outcome: 'unexpected_error', error_class: 'IOError' };
  const plain = { config: {}, limit: 3 };

  it('documented: retry_after is stored and waited for', async () => {
    const { run, backoff_request_seconds } = await storedWait([asks], plain);
    expect(backoff_request_seconds).toBe(60);
    const wait = run.step('call').spans.find((span) => span.detail === 'backoff');
    expect(wait).toMatchObject({ fromMs: 1_000, toMs: 61_000 });
    expect(run.report.outcome).toBe('completed');
  });

  it('E-4, rails-1.0: retry_after is ignored', async () => {
    const left = await storedWait([asks], { ...plain, profile: 'rails-1.0' });
    expect(left.backoff_request_seconds).toBeNull();
  });

  it('no exponential wait is stored for it in either profile', async () => {
    const retryable: Attempt = { outcome: 'retryable_error' };
    for (const profile of ['documented', 'rails-1.0'] as const) {
      expect((await storedWait([retryable], { config: {}, profile })).backoff_request_seconds).toBeNull();
    }
  });

  it('documented: a later failure without a wait clears the one an earlier failure left', async () => {
    const { run, backoff_request_seconds } = await storedWait([asks, silent], plain);
    expect(backoff_request_seconds).toBeNull();
    expect(run.report.outcome).toBe('completed');
  });

  it('rails-1.0: a later failure without a wait leaves what is stored as it is', () => {
    const failure = {
      kind: 'failure',
      errorClass: 'IOError',
      message: 'down',
      permanent: false,
      wait: { kind: 'none' },
      details: {},
    } as const;
    const step = { id: 1, template: stepTemplate('call', []) };
    // No run shows it: the shipped engine makes no second attempt, and an operator's reset clears the wait.
    expect(applyFailure(runUnder(RAILS_1_0), step, 2, failure).change).not.toHaveProperty('wait');
    expect(applyFailure(runUnder(DOCUMENTED), step, 2, failure).change).toHaveProperty('wait', -1);
  });
});

function runUnder(profile: Profile): TaskRun {
  return new TaskRun({
    runId: 1,
    taskId: 1,
    stepIds: [1],
    template: workflow({ call: [] }),
    profile,
    handler: simulatedHandler({}, chanceFrom(1)),
    context: {},
    uniformInt: (_key, from) => from,
    startMs: 0,
    concurrency: 1,
    recoveryMs: 0,
    limits: { events: 1, virtualMs: 1 },
  });
}
