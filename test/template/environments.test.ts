import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintTemplates } from '../../src-engine/lint/lint-templates.ts';
import { codes, MINIMAL, parsed, problem } from './texts.ts';

const BASE = `${MINIMAL}    handler_config: { type: other, url: base, params: { id: 1, list: [1, 2] } }
  - name: send
    handler_class: SendHandler
environments:
  test:
    version: 9.9.9
    step_templates:
      - name: fetch
        handler_config: { url: test, params: { list: [3], extra: ~ } }
      - name: nobody
        handler_class: X
  empty:
  broken: 7
  bare:
    step_templates: none
`;

describe('environments', () => {
  test('maps are merged key by key, lists and values are replaced, order and other steps stay', () => {
    const template = parsed(BASE, 'test');
    expect(template).toMatchObject({ version: '9.9.9', environment: 'test' });
    expect(template.steps.map(({ name }) => name)).toEqual(['fetch', 'send']);
    expect(template.steps[0]?.handlerConfig).toEqual({
      type: 'other',
      url: 'test',
      params: { id: 1, list: [3], extra: null },
    });
  });

  test('T-9: one that is empty or not in the file leaves the base as it is', () => {
    const base = parsed(BASE);
    expect(base).not.toHaveProperty('environment');
    expect(base.environments).toEqual(['test', 'empty', 'broken', 'bare']);
    expect(parsed(BASE, 'empty')).toEqual({ ...base, environment: 'empty' });
    expect(parsed(BASE, 'staging')).toEqual(base);
    expect(problem(BASE, 'unknown-environment', 'staging').severity).toBe('warning');
  });

  test('an override of an unknown step is ignored, and warned about in every environment', () => {
    const found = problem(BASE, 'unknown-environment-step');
    expect(found).toMatchObject({ severity: 'warning', path: '/environments/test/step_templates/1/name' });
    expect(found.message).toContain("'nobody'");
  });

  test('shapes that cannot be merged are warned about, and refused where they are used', () => {
    expect(codes(BASE).filter((code) => code === 'environment-shape')).toHaveLength(2);
    expect(codes(BASE, 'bare')).toContain('environment-merge-fails');
  });

  test('a problem of an override points into the override', () => {
    const text = BASE.replace(
      'handler_config: { url: test',
      'default_retry_limit: x\n        handler_config: { url: test',
    );
    const found = problem(text, 'wrong-type', 'test');
    expect(found.path).toBe('/environments/test/step_templates/0/default_retry_limit');
    expect(found.message).toContain("'#/step_templates/0/default_retry_limit'");
    expect(codes(text)).not.toContain('wrong-type');
  });

  test('a check of all environments tells which one adds a problem', () => {
    const text = BASE.replace('version: 9.9.9', 'version: 9.9').replace(
      'bare:\n    step_templates: none\n',
      '',
    );
    const problems = lintTemplates([{ file: 'x.yaml', text }])[0]?.problems ?? [];
    const added = problems.filter(({ environment }) => environment !== undefined);
    expect(added.map(({ code, environment }) => `${environment} ${code}`)).toEqual([
      'test unquoted-version',
      'test version-format',
    ]);
  });

  const dummy = new URL(
    '../../../shared/fixtures/upstream-templates/dummy-app/integration_yaml_example.yaml',
    import.meta.url,
  );

  test.skipIf(!exists(dummy))('T-8: the dummy application in its test environment', () => {
    const template = parsed(readFileSync(dummy, 'utf8'), 'test');
    expect(template.steps[0]?.handlerConfig).toEqual({
      type: 'api',
      url: 'http://test-api.ecommerce.com/cart',
      params: { cart_id: 1, test_mode: true },
    });
  });
});

function exists(url: URL): boolean {
  try {
    return readFileSync(url).length > 0;
  } catch {
    return false;
  }
}
