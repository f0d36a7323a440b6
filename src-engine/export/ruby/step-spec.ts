/** The skeleton of a step handler's RSpec file: a context that fits the schema, parents with results, three examples. */
import { sampleContext } from '../../template/context/sample-context.ts';
import type { StepTemplate, Template } from '../../template/template.ts';
import type { Handled } from './handled-steps.ts';
import { contextKeys } from './handled-steps.ts';
import { indent } from './ruby-class.ts';
import { rubyLiteral, rubyString } from './ruby-text.ts';

export function stepSpecFile(template: Template, handled: Handled): string {
  const lines = [
    '# frozen_string_literal: true',
    '',
    "require 'rails_helper'",
    '',
    `RSpec.describe ${handled.handler.name} do`,
    ...indent([
      ...givens(template, handled),
      ...handled.steps.flatMap((step) => ['', ...describeStep(step, handled)]),
    ]),
    ...indent(missing(template, handled)),
    'end',
  ];
  return `${lines.join('\n')}\n`;
}

function givens(template: Template, { parents, isApi, steps }: Handled): readonly string[] {
  const results = parents.map((name) => `  ${rubyString(name)} => { 'sample' => true },`);
  const config = steps[0]?.handlerConfig;
  return [
    `subject(:handler) { ${subject(config !== undefined, isApi)} }`,
    '',
    ...(config === undefined ? [] : [`let(:config) { ${rubyLiteral(config)} }`]),
    `let(:context) { ${rubyLiteral(sampleContext(template.schema))} }`,
    results.length === 0 ? 'let(:parents) { {} }' : 'let(:parents) do',
    ...(results.length === 0 ? [] : ['  {', ...indent(results), '  }', 'end']),
    'let(:task) { double(:task, context: context) }',
    'let(:sequence) { double(:sequence) }',
    '',
    'before do',
    '  allow(sequence).to receive(:find_step_by_name) { |name| double(:step, results: parents[name]) }',
    'end',
  ];
}

function subject(hasConfig: boolean, isApi: boolean): string {
  if (!hasConfig) return 'described_class.new';
  if (!isApi) return 'described_class.new(config: config)';
  const config = "config.slice('url', 'params', 'headers').symbolize_keys";
  return `described_class.new(config: Tasker::StepHandler::Api::Config.new(**${config}))`;
}

function describeStep({ name }: StepTemplate, { isApi }: Handled): readonly string[] {
  return [
    `describe ${rubyString(`step ${name}`)} do`,
    ...indent([
      `let(:step) { double(:step, name: ${rubyString(name)}, results: {}) }`,
      '',
      `it ${rubyString(isApi ? 'returns the response of the service' : 'returns its results')} do`,
      "  pending 'the step is a skeleton'",
      `  expect(handler.process(task, sequence, step)).to ${isApi ? 'have_attributes(status: 200)' : "include('done' => true)"}`,
      'end',
    ]),
    'end',
  ];
}

/** Only where something can be missing. */
function missing(template: Template, { parents }: Handled): readonly string[] {
  const given: (readonly [words: string, name: string])[] = [];
  if (contextKeys(template).required.length > 0) given.push(['an input is missing', 'context']);
  if (parents.length > 0) given.push(['a step before it left nothing', 'parents']);
  return given.flatMap(([words, name]) => [
    '',
    `it 'fails for good when ${words}' do`,
    `  ${name}.clear`,
    "  step = double(:step, name: 'step', results: {})",
    '  expect { handler.process(task, sequence, step) }.to raise_error(Tasker::PermanentError)',
    'end',
  ]);
}
