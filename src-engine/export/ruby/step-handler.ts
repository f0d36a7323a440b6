/** The skeleton of a step handler: what it is given, what it may raise, and where its work goes. */
import type { StepTemplate, Template } from '../../template/template.ts';
import type { Handled } from './handled-steps.ts';
import { contextKeys } from './handled-steps.ts';
import { classFile } from './ruby-class.ts';
import { comment, rubyString, variableName, yamlComment } from './ruby-text.ts';

const NETWORK_ERRORS = 'Timeout::Error, Errno::ECONNREFUSED, Errno::ECONNRESET';

export function stepHandlerFile(template: Template, handled: Handled, classes: ReadonlySet<string>): string {
  const parent = handled.isApi ? 'Tasker::StepHandler::Api' : 'Tasker::StepHandler::Base';
  const body = [...process(template, handled), '', ...helpers(template, handled)];
  return classFile(handled.handler, parent, about(handled), body, classes);
}

function about({ steps }: Handled): readonly string[] {
  return steps.flatMap((step, index) => [...(index === 0 ? [] : comment('')), ...aboutStep(step)]);
}

function aboutStep({
  name,
  description,
  dependsOn,
  defaultRetryable,
  defaultRetryLimit,
  handlerConfig,
}: StepTemplate): readonly string[] {
  const attempts = defaultRetryable ? `At most ${defaultRetryLimit} attempts.` : 'Not retryable.';
  return [
    ...comment(`Step ${name}${description === name ? '' : `: ${description}`}`),
    ...comment(dependsOn.length === 0 ? 'Starts at once.' : `Waits for ${dependsOn.join(', ')}.`),
    ...comment(attempts),
    ...(handlerConfig === undefined ? [] : [...comment('handler_config:'), ...yamlComment(handlerConfig)]),
  ];
}

function process(template: Template, handled: Handled): readonly string[] {
  const taken = new Set(['task', 'sequence', 'step', 'error', 'config', 'inputs']);
  const keys = contextKeys(template).all;
  const inputs = keys.map((key) => `${variableName(key, '', taken)} = inputs[${rubyString(key)}]`);
  const results = handled.parents.map(
    (name) => `${variableName(name, '_results', taken)} = results_of(sequence, ${rubyString(name)})`,
  );
  const lines = [
    'inputs = inputs_of(task)',
    ...comment(...inputs),
    ...results,
    '',
    ...(handled.isApi ? request() : work(handled)),
  ];
  return [
    ...comment(
      handled.isApi
        ? 'Returns the response: its status decides whether the attempt succeeded.'
        : 'Returns the results of the step, which the steps after it read.',
    ),
    'def process(task, sequence, step)',
    ...lines.map((line) => (line === '' ? '' : `  ${line}`)),
    `rescue ${NETWORK_ERRORS} => error`,
    '  raise Tasker::RetryableError.new(error.message, retry_after: 30, context: { step_name: step.name })',
    'end',
    ...(handled.isApi ? parseResponse() : []),
  ];
}

function work({ steps }: Handled): readonly string[] {
  const [key] = steps.flatMap(({ handlerConfig }) => Object.keys(handlerConfig ?? {}));
  const hint =
    key === undefined ? [] : comment(`Its configuration is a map, e.g. config[${rubyString(key)}].`);
  return [...comment('TODO: the work of the step.'), ...hint, '{}'];
}

function request(): readonly string[] {
  return [
    ...comment('TODO: the request; connection knows url, params and headers of the configuration.'),
    'connection.get do |request|',
    '  request.params.update(inputs)',
    'end',
  ];
}

function parseResponse(): readonly string[] {
  return [
    '',
    ...comment('What the steps after this one read; without it, they would read the whole response.'),
    'def process_results(step, response, _initial_results)',
    '  step.results = JSON.parse(response.body)',
    'rescue JSON::ParserError => error',
    '  raise Tasker::PermanentError.new("No JSON in the response: #{error.message}", error_code: \'BAD_RESPONSE\')',
    'end',
  ];
}

function helpers(template: Template, { parents }: Handled): readonly string[] {
  const required = contextKeys(template).required.map(rubyString).join(', ');
  const lines = [
    'private',
    '',
    ...comment('The context of the task. What is missing now is missing at the next attempt, too.'),
    'def inputs_of(task)',
    '  inputs = task.context',
    `  missing = [${required}].reject { |key| inputs.key?(key) }`,
    '  return inputs if missing.empty?',
    '',
    "  raise Tasker::PermanentError.new(\"Missing: #{missing.join(', ')}\", error_code: 'MISSING_INPUT')",
    'end',
  ];
  if (parents.length === 0) return lines;
  return [
    ...lines,
    '',
    'def results_of(sequence, name)',
    '  results = sequence.find_step_by_name(name)&.results',
    '  return results if results.present?',
    '',
    '  raise Tasker::PermanentError.new("No results of #{name}", error_code: \'MISSING_RESULTS\')',
    'end',
  ];
}
