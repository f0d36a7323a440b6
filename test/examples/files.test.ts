import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintTemplates } from '../../src-engine/lint/lint-templates.ts';
import { checkScenario, parseScenario } from '../../src-engine/simulate/parse-scenario.ts';
import { validateContext } from '../../src-engine/template/context/validate-context.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import type { ExampleScenario } from './example-files.ts';
import { EXAMPLES, exampleFolders, exampleScenarios, exampleTemplates, read } from './example-files.ts';

const scenarios = exampleScenarios();

function parsed({ text, template }: ExampleScenario) {
  const scenario = parseScenario(text);
  if (scenario.kind === 'rejected') throw new Error(JSON.stringify(scenario.problems, null, 2));
  const { environment } = scenario.scenario;
  const result = parseTemplate(template.text, environment === undefined ? {} : { environment });
  if (result.kind === 'rejected') throw new Error(JSON.stringify(result.problems, null, 2));
  return { ...scenario, template: result.template };
}

describe('example templates', () => {
  test.each(exampleTemplates())('$path has neither errors nor warnings, in any environment', ({ text }) => {
    const [linted] = lintTemplates([{ file: 'order.yaml', text }]);
    expect(linted?.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('example scenarios', () => {
  test.each(scenarios)('$path is well-formed and names only what its template has', (file) => {
    const { scenario, source, template } = parsed(file);
    expect(checkScenario(scenario, template, source)).toEqual([]);
  });

  test.each(scenarios)('$path has a context that passes strict validation', (file) => {
    const { scenario, template } = parsed(file);
    expect(validateContext(template.schema, scenario.context ?? {}, 'strict').errors).toEqual([]);
  });

  test.each(scenarios)('$path says everything a reader wants to know', (file) => {
    const { scenario, template } = parsed(file);
    expect(scenario).toMatchObject({
      name: expect.any(String),
      description: expect.any(String),
      seed: expect.any(Number),
      profile: expect.any(String),
      expect: { task: expect.any(String), outcome: expect.any(String), steps: expect.any(Object) },
    });
    for (const { name } of template.steps) {
      expect(scenario.steps?.[name]?.results, `results of ${name}`).toBeDefined();
    }
  });

  test('every template has a default that completes, one that recovers and one that does not end well', () => {
    for (const template of exampleTemplates()) {
      const own = scenarios.filter((scenario) => scenario.template.path === template.path);
      const outcomes = own.map((scenario) => parsed(scenario).scenario.expect?.outcome);
      expect(own.length, template.path).toBeGreaterThanOrEqual(3);
      expect(own.map(({ path }) => path)).toContain(template.path.replace(/\.yaml$/, '.scenario.yaml'));
      expect(
        outcomes.filter((outcome) => outcome === 'completed').length,
        template.path,
      ).toBeGreaterThanOrEqual(2);
      expect(outcomes, template.path).toContain('failed');
    }
  });

  test('personal data and secrets are plainly invented', () => {
    for (const { path, text } of scenarios) {
      const addresses = text.match(/[\w.+-]+@[\w.-]+/g) ?? [];
      expect(
        addresses.filter((address) => !address.endsWith('@example.com')),
        path,
      ).toEqual([]);
      const phones = text.match(/\+\d[\d-]{6,}/g) ?? [];
      expect(
        phones.filter((phone) => !phone.startsWith('+1-555-01')),
        path,
      ).toEqual([]);
    }
  });
});

describe('the words around the examples', () => {
  test('the overview links every scenario, and nothing that is not there', () => {
    const { text } = read('README.md');
    const linked = [...text.matchAll(/\]\(([^)]+\.scenario\.yaml)\)/g)].map(([, path]) => path);
    expect(new Set(linked)).toEqual(new Set(scenarios.map(({ path }) => path)));
  });

  test('every folder has a README that mentions each of its scenarios', () => {
    for (const folder of exampleFolders()) {
      expect(readdirSync(join(EXAMPLES, folder))).toContain('README.md');
      const { text } = read(`${folder}/README.md`);
      for (const { path } of scenarios.filter((scenario) => scenario.path.startsWith(`${folder}/`))) {
        const what = path
          .replace(/^.*?\//, '')
          .replace(/\.scenario\.yaml$/, '')
          .split('.')
          .slice(1)
          .join('.');
        expect(text, path).toContain(what);
      }
    }
  });
});
