import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkExpectation } from '../../src-engine/simulate/check-expectation.ts';
import { parseScenario } from '../../src-engine/simulate/parse-scenario.ts';
import type { SimulationResult } from '../../src-engine/simulate/simulate.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import { openTestDatabase } from '../support/database.ts';
import type { ExampleScenario } from './example-files.ts';
import { exampleScenarios } from './example-files.ts';

const scenarios = exampleScenarios();
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(async () => {
  await database.close();
});

async function run({ text, template: { text: templateText } }: ExampleScenario, seed?: number) {
  const file = parseScenario(text);
  if (file.kind === 'rejected') throw new Error(JSON.stringify(file.problems));
  const { environment } = file.scenario;
  const parsed = parseTemplate(templateText, environment === undefined ? {} : { environment });
  if (parsed.kind === 'rejected') throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = file;
  const { template } = parsed;
  return { scenario, ...(await simulate(database, { template, scenario, seed })) };
}

function scenarioAt(path: string): ExampleScenario {
  const found = scenarios.find((scenario) => scenario.path === path);
  if (found === undefined) throw new Error(`no such example: ${path}`);
  return found;
}

function resultsOf({ report }: Pick<SimulationResult, 'report'>, name: string) {
  return report.steps.find((step) => step.name === name)?.results;
}

describe('examples', () => {
  test.each(scenarios)('$path ends as it expects', async (file) => {
    const { scenario, report, events } = await run(file);
    const { unmet } = checkExpectation(scenario.expect ?? {}, report, events);
    expect(unmet, report.reasons.join('\n')).toEqual([]);
  });

  test.each(scenarios.filter(({ path }) => /^\d\d-[^/]+\/[^.]+\.scenario\.yaml$/.test(path)))(
    '$path ends as it expects with any seed',
    async (file) => {
      for (const seed of [0, 7, 4_294_967_295]) {
        const { report } = await run(file, seed);
        expect(report.outcome, `seed ${seed}`).toBe('completed');
      }
    },
  );

  test('the checkout charges what the cart costs, and orders it', async () => {
    const result = await run(scenarioAt('01-ecommerce-checkout/process_order.scenario.yaml'));
    expect(resultsOf(result, 'process_payment')).toMatchObject({ amount_charged: 124.76, currency: 'USD' });
    expect(resultsOf(result, 'create_order')).toMatchObject({ total_amount: 124.76 });
    expect(resultsOf(result, 'send_confirmation')).toMatchObject({ recipient: 'sam.shopper@example.com' });
  });

  test('a refund of one team never reads the other team’s template', async () => {
    const paths = ['payments', 'customer_success'].map(
      (team) => `04-team-scaling/${team}_process_refund.scenario.yaml`,
    );
    const reports = await Promise.all(paths.map(async (path) => (await run(scenarioAt(path))).report));
    expect(reports.map(({ template }) => template)).toEqual([
      { namespace: 'payments', name: 'process_refund', version: '2.1.0' },
      { namespace: 'customer_success', name: 'process_refund', version: '1.3.0' },
    ]);
    expect(reports.map(({ steps }) => steps.length)).toEqual([4, 5]);
  });

  test('no event and no result of the masked export holds an unmasked address', async () => {
    const { events, report } = await run(
      scenarioAt('06-enterprise-security/export_customer_data.scenario.yaml'),
    );
    expect(JSON.stringify([events, report])).not.toMatch(/@/);
  });
});
