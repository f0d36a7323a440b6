/** Every published template that is valid runs to its end, in its base and in each of its environments. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import type { Template } from '../../src-engine/template/template.ts';
import { openTestDatabase } from '../support/database.ts';
import { fixtureFiles } from '../support/fixture-files.ts';

const valid = fixtureFiles('upstream-templates').flatMap(({ name, text }) => {
  const base = parseTemplate(text);
  if (base.kind === 'rejected') return [];
  const environments = [undefined, ...base.template.environments];
  return environments.map((environment) => ({ name, text, environment: environment ?? 'base' }));
});

function templateOf(text: string, environment: string): Template {
  const parsed = parseTemplate(text, environment === 'base' ? {} : { environment });
  if (parsed.kind === 'rejected') throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.template;
}

describe.skipIf(valid.length === 0)('published templates', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => {
    await db.close();
  });

  it('are nineteen in number', () => {
    expect(new Set(valid.map(({ name }) => name)).size).toBe(19);
  });

  it.each(valid)('$name runs to its end as $environment', async ({ text, environment }) => {
    const template = templateOf(text, environment);
    const { report } = await simulate(db, { template, scenario: {} });
    expect(report.reasons).toEqual([]);
    expect(report.outcome).toBe('completed');
    expect(report.steps.map((step) => [step.name, step.state, step.attempts])).toEqual(
      template.steps.map((step) => [step.name, 'complete', 1]),
    );
  });
});
