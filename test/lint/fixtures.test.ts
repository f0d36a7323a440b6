import { describe, expect, test } from 'vitest';
import { lintTemplate } from '../../src-engine/lint/lint-template.ts';
import { lintTemplates } from '../../src-engine/lint/lint-templates.ts';
import { exampleTemplates } from '../examples/example-files.ts';
import { fixtureFiles } from '../support/fixture-files.ts';

/** The traps that the list of published templates names, file by file, and what finds them. */
const TRAPS: Readonly<Record<string, readonly string[]>> = {
  'blog-fixtures/post_01_ecommerce_reliability/order_processing_handler.yaml': [
    'unchecked-format',
    'optional-property-required',
  ],
  'blog-fixtures/post_02_data_pipeline_resilience/customer_analytics_handler.yaml': [
    'ignored-key',
    'default-not-written',
  ],
  'blog-fixtures/post_03_microservices_coordination/user_registration_handler.yaml': [
    'ignored-key',
    'api-type-missing',
  ],
  'blog-fixtures/post_04_team_scaling/customer_success_process_refund.yaml': [
    'single-point-of-failure',
    'insecure-url',
  ],
  'blog-fixtures/post_05_production_observability/monitored_checkout_handler.yaml': ['ignored-key'],
  'dummy-app/integration_yaml_example.yaml': [
    'not-interpolated',
    'api-headers-missing',
    'api-backoff-off',
    'environment-without-effect',
  ],
  'quickstart-generator/ecommerce_task.yaml': ['url-placeholder', 'api-key-dropped', 'api-headers-missing'],
  'quickstart-generator/inventory_task.yaml': ['api-key-dropped', 'api-backoff-off'],
  'quickstart-generator/customer_task.yaml': ['api-key-dropped', 'optional-property-required'],
  'generator-default/default_steps.yaml': ['custom-events-dropped', 'not-interpolated'],
  'docs-embedded/developer_guide_773_full_with_environments.yaml': ['dependent-system-missing'],
  'docs-embedded/developer_guide_126_two_namespaces_multidoc.yaml': ['multiple-documents', 'missing-key'],
  'docs-embedded/developer_guide_861_environments_fragment.yaml': ['missing-key'],
  'docs-embedded/developer_guide_923_version_coexistence_multidoc.yaml': ['multiple-documents'],
  'docs-embedded/developer_guide_942_top_level_handler_config.yaml': [
    'ignored-key',
    'dependent-system-missing',
  ],
  'docs-embedded/developer_guide_975_configuration_key_no_steps.yaml': ['ignored-key', 'missing-key'],
  'docs-embedded/developer_guide_998_legacy_vs_current_multidoc.yaml': ['multiple-documents'],
  'docs-embedded/developer_guide_1899_unparsable.yaml': ['yaml-syntax'],
  'docs-embedded/developer_guide_2207_api_step_fragment.yaml': ['custom-events-dropped'],
  'docs-embedded/quick_start_241_welcome_user.yaml': ['dependent-system-missing'],
  'docs-embedded/readme_122_order_process.yaml': ['dependent-system-missing'],
  'docs-embedded/circuit_breaker_193_steps_key.yaml': ['unknown-key'],
  'docs-embedded/post_03_circuit_breaker_233_steps_key.yaml': ['unknown-key'],
  'docs-embedded/step_best_practices_160_fragment.yaml': ['api-type-missing'],
  'docs-embedded/step_checklist_268_fragment.yaml': ['unknown-dependency'],
  'book-embedded/post_01_generator_heredoc_odd_retry_keys.yaml': ['unknown-key', 'timeout-ignored'],
  'book-embedded/post_01_setup_readme_187_fragment.yaml': ['unknown-key', 'timeout-ignored'],
  'book-embedded/post_02_setup_readme_229_fragment.yaml': ['unknown-key'],
  'book-embedded/post_03_setup_readme_279_fragment.yaml': ['unknown-key'],
  'book-embedded/handler_types_208_hybrid_keys.yaml': ['successor-format', 'unknown-key'],
};

const upstream = fixtureFiles('upstream-templates');
const successor = fixtureFiles('core-templates');

describe.skipIf(upstream.length === 0)('published templates', () => {
  test.each(upstream)('the traps of $name are found', ({ name, text }) => {
    const found = new Set(lintTemplates([{ file: name, text }])[0]?.problems.map(({ code }) => code));
    expect([...found]).toEqual(expect.arrayContaining([...(TRAPS[name] ?? [])]));
  });

  test('two of one name collide, and only those of one namespace', () => {
    const names = [
      'book-embedded/post_04_blog_38_collision_a.yaml',
      'book-embedded/post_04_blog_58_collision_b.yaml',
    ];
    const pair = upstream
      .filter(({ name }) => names.includes(name))
      .map(({ name: file, text }) => ({ file, text }));
    expect(lintTemplates(pair)[1]?.problems.map(({ code }) => code)).toContain('duplicate-template');
    const other = pair.map((each, index) =>
      index === 0
        ? each
        : { ...each, text: each.text.replace('namespace_name: default', 'namespace_name: other') },
    );
    expect(lintTemplates(other)[1]?.problems.map(({ code }) => code)).not.toContain('duplicate-template');
  });

  test.each([...upstream, ...successor])(
    '$name is linted without an exception, and problems say where they are',
    ({ text }) => {
      for (const { offset, length, hint, message } of lintTemplate(text)) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset + length).toBeLessThanOrEqual(text.length);
        expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|\bNaN\b/);
      }
    },
  );
});

describe('our examples', () => {
  test.each(exampleTemplates())('$path has no errors or warnings, and few remarks', ({ text }) => {
    const problems = lintTemplates([{ file: 'x.yaml', text }])[0]?.problems ?? [];
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(problems.length).toBeLessThanOrEqual(6);
  });

  test("do not get in each other's way", () => {
    const files = exampleTemplates().map(({ path: file, text }) => ({ file, text }));
    const codes = lintTemplates(files).flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(codes).not.toContain('duplicate-template');
    expect(codes).not.toContain('shared-task-handler-class');
  });
});
