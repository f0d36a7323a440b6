import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src-engine/simulate/parse-scenario.ts';
import type { Attempt, ProfileName, Scenario, StepFaults } from '../../src-engine/simulate/scenario.ts';
import type { Template } from '../../src-engine/template/template.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import { read } from '../examples/example-files.ts';
import type { FinishedRun } from '../support/simulated-run.ts';
import { useSandbox } from '../support/simulated-run.ts';

const sandbox = useSandbox();
const FAILURE: Attempt = { outcome: 'retryable_error' };
const DECLINED: Attempt = { outcome: 'permanent_error' };

const CHECKOUT = '01-ecommerce-checkout/process_order';
const PIPELINE = '02-data-pipeline/customer_analytics';
const REGISTRATION = '03-microservices-registration/user_registration';

interface Story {
  readonly template: Template;
  readonly scenario: Scenario;
}

/** A shipped example with the scenario in which everything goes well. */
function story(path: string): Story {
  const file = parseScenario(read(`${path}.scenario.yaml`).text);
  const parsed = parseTemplate(read(`${path}.yaml`).text);
  if (file.kind === 'rejected' || parsed.kind === 'rejected') throw new Error(`${path} is not valid`);
  return { template: parsed.template, scenario: file.scenario };
}

/** The story with other faults for some of its steps; what they return stays. Quick steps, as in upstream's specs. */
async function tell(
  path: string,
  faults: Readonly<Record<string, StepFaults>> = {},
  profile: ProfileName = 'documented',
): Promise<FinishedRun> {
  const { template, scenario } = story(path);
  const steps = Object.fromEntries(
    template.steps.map(({ name }) => [name, { ...scenario.steps?.[name], latency: 1, ...faults[name] }]),
  );
  return sandbox.runTemplate(template, { ...scenario, steps }, profile);
}

describe('W-1: the checkout', () => {
  it('all succeeds: five steps complete, and the totals add up to 124.76', async () => {
    const run = await tell(CHECKOUT);
    expect(run.report).toMatchObject({ outcome: 'completed', taskState: 'complete' });
    expect(run.states).toEqual([
      'validate_cart:complete',
      'process_payment:complete',
      'update_inventory:complete',
      'create_order:complete',
      'send_confirmation:complete',
    ]);
    const results = { subtotal: 109.97, tax: 8.8, shipping: 5.99, total: 124.76 };
    expect(run.step('validate_cart').results).toMatchObject(results);
    expect(run.step('create_order').results).toMatchObject({ total_amount: 124.76 });
  });

  it('the payment fails once, rails-1.0: it stays in error, later steps pending; the first job leaves the task pending', async () => {
    const run = await tell(CHECKOUT, { process_payment: { attempts: [FAILURE] } }, 'rails-1.0');
    expect(run.states.slice(1)).toEqual([
      'process_payment:error',
      'update_inventory:pending',
      'create_order:pending',
      'send_confirmation:pending',
    ]);
    const [ended] = run.named('workflow.task_finalization_completed');
    const [back] = run.named('task.initialize_requested');
    expect(back?.payload).toMatchObject({ from_state: 'in_progress', to_state: 'pending' });
    expect(ended?.at).toBe(back?.at);
  });

  it('the payment fails once, documented (another end than upstream: it is retried): the task completes', async () => {
    const run = await tell(CHECKOUT, { process_payment: { attempts: [FAILURE] } });
    expect(run.report.outcome).toBe('completed');
    expect(run.step('process_payment').attempts).toBe(2);
  });

  it('the payment fails until its attempts are used up: the task ends in error', async () => {
    const run = await tell(CHECKOUT, { process_payment: { then: FAILURE } });
    expect(run.report).toMatchObject({ outcome: 'failed', taskState: 'error' });
    expect(run.step('process_payment')).toMatchObject({ state: 'error', attempts: 3 });
    expect(run.step('update_inventory').state).toBe('pending');
  });

  it('the card is declined, documented (another end than upstream: no further attempt): error after one', async () => {
    const run = await tell(CHECKOUT, { process_payment: { then: DECLINED } });
    expect(run.report.taskState).toBe('error');
    expect(run.step('process_payment').attempts).toBe(1);
  });
});

describe('W-2: the data pipeline', () => {
  it('all succeeds: eight steps complete, no transform before the extracts it needs', async () => {
    const run = await tell(PIPELINE);
    expect(run.report.outcome).toBe('completed');
    expect(run.report.steps).toHaveLength(8);
    const begins = (name: string) => Date.parse(run.step(name).startedAt ?? '');
    const ends = (name: string) => Date.parse(run.step(name).endedAt ?? '');
    for (const transform of ['transform_customer_metrics', 'transform_product_metrics']) {
      for (const parent of run.step(transform).dependsOn) {
        expect(begins(transform)).toBeGreaterThanOrEqual(ends(parent));
      }
    }
  });

  it.each(['documented', 'rails-1.0'] as const)(
    'the dashboard fails for good, %s: six complete, update_dashboard error, send_notifications pending',
    async (profile) => {
      const run = await tell(PIPELINE, { update_dashboard: { then: DECLINED } }, profile);
      expect(run.states.filter((state) => state.endsWith(':complete'))).toHaveLength(6);
      expect(run.states.slice(6)).toEqual(['update_dashboard:error', 'send_notifications:pending']);
    },
  );

  it.each(['documented', 'rails-1.0'] as const)(
    'the notifications fail for good, %s: seven complete, send_notifications error',
    async (profile) => {
      const run = await tell(PIPELINE, { send_notifications: { then: DECLINED } }, profile);
      expect(run.states.filter((state) => state.endsWith(':complete'))).toHaveLength(7);
      expect(run.step('send_notifications').state).toBe('error');
    },
  );

  it('rails-1.0: extracts that outlast the batch timeout use up the jobs, and nothing follows them', async () => {
    const { template, scenario } = story(PIPELINE);
    const run = await sandbox.runTemplate(template, scenario, 'rails-1.0');
    expect(run.report.outcome).toBe('stuck');
    expect(run.states.slice(0, 4)).toEqual([
      'extract_orders:complete',
      'extract_users:complete',
      'extract_products:complete',
      'transform_customer_metrics:pending',
    ]);
  });

  it('W-3: without date_range the task is not created, and the reasons name it', async () => {
    const { template, scenario } = story(PIPELINE);
    const { date_range, ...context } = scenario.context ?? {};
    expect(date_range).toBeDefined();
    const run = await sandbox.runTemplate(template, { ...scenario, context }, 'documented');
    expect(run.report.outcome).toBe('rejected');
    expect(run.report.reasons.join()).toContain('date_range');
  });
});

describe('W-4: the registration whose status step answers 404', () => {
  const faults = { update_user_status: { then: { outcome: 'http', status: 404 } as const } };

  it('rails-1.0: four complete, update_user_status error, the first job leaves the task pending', async () => {
    const run = await tell(REGISTRATION, faults, 'rails-1.0');
    expect(run.states.filter((state) => state.endsWith(':complete'))).toHaveLength(4);
    expect(run.step('update_user_status')).toMatchObject({ state: 'error', attempts: 1, retryLimit: 2 });
    expect(run.named('task.initialize_requested')[0]?.payload).toMatchObject({ to_state: 'pending' });
  });

  it('documented (another end than upstream: 404 is permanent): the task ends in error', async () => {
    const run = await tell(REGISTRATION, faults);
    expect(run.states.filter((state) => state.endsWith(':complete'))).toHaveLength(4);
    expect(run.step('update_user_status')).toMatchObject({ state: 'error', attempts: 1 });
    expect(run.report.taskState).toBe('error');
  });
});

describe('W-5 and W-6', () => {
  it('W-5: two teams run a workflow of the same name, each its own', async () => {
    const teams = ['customer_success_process_refund', 'payments_process_refund'];
    const reports = [];
    for (const team of teams) reports.push((await tell(`04-team-scaling/${team}`)).report);
    expect(reports.map(({ template, steps, outcome }) => [template, steps.length, outcome])).toEqual([
      [{ namespace: 'customer_success', name: 'process_refund', version: '1.3.0' }, 5, 'completed'],
      [{ namespace: 'payments', name: 'process_refund', version: '2.1.0' }, 4, 'completed'],
    ]);
  });

  it('W-6: the monitored checkout completes five steps in a line', async () => {
    const { report } = await tell('05-production-observability/monitored_checkout');
    expect(report.outcome).toBe('completed');
    expect(report.steps).toHaveLength(5);
    const seconds = report.steps.map(({ startedAt, endedAt }) => [
      startedAt?.slice(17, 19),
      endedAt?.slice(17, 19),
    ]);
    expect(seconds).toEqual([
      ['00', '01'],
      ['01', '02'],
      ['02', '03'],
      ['03', '04'],
      ['04', '05'],
    ]);
  });
});
