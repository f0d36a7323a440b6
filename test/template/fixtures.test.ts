import { describe, expect, test } from 'vitest';
import { readOutline } from '../../src-engine/template/outline.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import { fixtureFiles } from '../support/fixture-files.ts';
import { misplaced } from './texts.ts';

/** What the upstream schema says of each file, and its steps and edges: `valid` or the key that is missing first. */
const VERDICTS: Readonly<Record<string, readonly [verdict: string, graph: string]>> = {
  'blog-fixtures/post_01_ecommerce_reliability/order_processing_handler.yaml': ['valid', '5/4'],
  'blog-fixtures/post_02_data_pipeline_resilience/customer_analytics_handler.yaml': ['valid', '8/8'],
  'blog-fixtures/post_03_microservices_coordination/user_registration_handler.yaml': ['valid', '5/5'],
  'blog-fixtures/post_04_team_scaling/payments_process_refund.yaml': ['valid', '4/3'],
  'blog-fixtures/post_04_team_scaling/customer_success_process_refund.yaml': ['valid', '5/4'],
  'blog-fixtures/post_05_production_observability/monitored_checkout_handler.yaml': ['valid', '5/4'],
  'dummy-app/integration_yaml_example.yaml': ['valid', '5/4'],
  'quickstart-generator/ecommerce_task.yaml': ['valid', '4/3'],
  'quickstart-generator/inventory_task.yaml': ['valid', '2/1'],
  'quickstart-generator/customer_task.yaml': ['valid', '2/1'],
  'generator-default/default_steps.yaml': ['valid', '3/2'],
  'generator-default/custom_steps_with_namespace.yaml': ['valid', '3/2'],
  'docs-embedded/overview_229_full_template.yaml': ['valid', '5/4'],
  'docs-embedded/developer_guide_773_full_with_environments.yaml': ['no dependent system', '5/4'],
  'docs-embedded/developer_guide_126_two_namespaces_multidoc.yaml': ['step_templates', '0/0'],
  'docs-embedded/developer_guide_861_environments_fragment.yaml': ['name', '0/0'],
  'docs-embedded/developer_guide_923_version_coexistence_multidoc.yaml': ['step_templates', '0/0'],
  'docs-embedded/developer_guide_942_top_level_handler_config.yaml': ['no dependent system', '3/0'],
  'docs-embedded/developer_guide_975_configuration_key_no_steps.yaml': ['step_templates', '0/0'],
  'docs-embedded/developer_guide_998_legacy_vs_current_multidoc.yaml': ['step_templates', '0/0'],
  'docs-embedded/developer_guide_1899_unparsable.yaml': ['does not parse', '1/0'],
  'docs-embedded/developer_guide_2207_api_step_fragment.yaml': ['name', '3/2'],
  'docs-embedded/event_system_174_step_with_custom_events.yaml': ['task_handler_class', '0/0'],
  'docs-embedded/troubleshooting_31_minimal_no_steps.yaml': ['step_templates', '0/0'],
  'docs-embedded/troubleshooting_77_step_fragment.yaml': ['name', '1/0'],
  'docs-embedded/quick_start_241_welcome_user.yaml': ['no dependent system', '3/2'],
  'docs-embedded/readme_122_order_process.yaml': ['no dependent system', '3/2'],
  'docs-embedded/circuit_breaker_193_steps_key.yaml': ['name', '0/0'],
  'docs-embedded/post_03_circuit_breaker_233_steps_key.yaml': ['name', '0/0'],
  'docs-embedded/step_best_practices_160_fragment.yaml': ['name', '1/0'],
  'docs-embedded/step_best_practices_408_fragment.yaml': ['name', '1/0'],
  'docs-embedded/step_checklist_268_fragment.yaml': ['name', '1/1'],
  'book-embedded/post_01_blog_93_steps_fragment.yaml': ['name', '2/1'],
  'book-embedded/post_01_generator_heredoc_odd_retry_keys.yaml': ['task_handler_class', '5/4'],
  'book-embedded/post_01_setup_readme_187_fragment.yaml': ['name', '1/0'],
  'book-embedded/post_02_blog_101_steps_fragment.yaml': ['name', '4/2'],
  'book-embedded/post_02_setup_readme_229_fragment.yaml': ['name', '1/0'],
  'book-embedded/post_03_setup_readme_279_fragment.yaml': ['name', '2/0'],
  'book-embedded/post_04_blog_38_collision_a.yaml': ['step_templates', '0/0'],
  'book-embedded/post_04_blog_58_collision_b.yaml': ['step_templates', '0/0'],
  'book-embedded/post_04_blog_121_payments.yaml': ['valid', '4/3'],
  'book-embedded/post_04_blog_199_customer_success.yaml': ['valid', '5/4'],
  'book-embedded/post_04_blog_518_fragment.yaml': ['name', '1/0'],
  'book-embedded/handler_types_208_hybrid_keys.yaml': ['task_handler_class', '1/0'],
  'event-files/custom_events_example.yml': ['name', '0/0'],
  'event-files/custom_directory_example/orders/events.yml': ['name', '0/0'],
  'event-files/custom_directory_example/payments/events.yml': ['name', '0/0'],
  'event-files/example_integrations.yml': ['name', '0/0'],
  'event-files/system_events.yml': ['name', '0/0'],
};

const upstream = fixtureFiles('upstream-templates');
const successor = fixtureFiles('core-templates');

describe.skipIf(upstream.length === 0)('published templates', () => {
  test('all of them are in the table', () => {
    expect(upstream.map(({ name }) => name)).toEqual(Object.keys(VERDICTS).toSorted());
  });

  test.each(upstream)('$name gets the verdict of the upstream schema', ({ name, text }) => {
    expect([verdict(text), graph(text)]).toEqual(VERDICTS[name]);
    expect(misplaced(text, parseTemplate(text))).toEqual([]);
  });

  test.each(upstream)('$name is read in each of its environments', ({ text }) => {
    const base = parseTemplate(text);
    if (base.kind === 'rejected') return;
    for (const environment of base.template.environments) {
      expect(parseTemplate(text, { environment })).toMatchObject({
        kind: 'parsed',
        template: { environment },
      });
    }
  });
});

describe.skipIf(successor.length === 0)('templates of the successor format', () => {
  test.each(successor)('$name is rejected without an exception', ({ text }) => {
    const result = parseTemplate(text);
    expect(result.kind).toBe('rejected');
    expect(result.problems.map(({ code }) => code)).toContain('missing-key');
    expect(misplaced(text, result)).toEqual([]);
  });
});

function verdict(text: string): string {
  const result = parseTemplate(text);
  const codes = result.problems.map(({ code }) => code);
  if (result.kind === 'parsed')
    return codes.includes('dependent-system-missing') ? 'no dependent system' : 'valid';
  if (codes.includes('yaml-syntax')) return 'does not parse';
  const missing = result.problems.find(({ code }) => code === 'missing-key');
  return /required property of '(\w+)'/.exec(missing?.message ?? '')?.[1] ?? 'rejected';
}

function graph(text: string): string {
  const result = parseTemplate(text);
  const { steps } = result.kind === 'parsed' ? result.template : readOutline(text);
  return `${steps.length}/${steps.flatMap(({ dependsOn }) => dependsOn).length}`;
}
