/** Traps of `handler_config`: with `type: api` six keys survive, and leaving one out is not the same as its default. */
import type { Report } from '../problem-codes.ts';
import type { MapNode } from '../yaml/node.ts';
import type { StepView } from './step-view.ts';
import { quote } from '../quote.ts';
import { child, isNull } from '../yaml/node.ts';
import { stepLabel } from './step-view.ts';

const SURVIVORS = new Set([
  'type',
  'url',
  'params',
  'ssl',
  'headers',
  'enable_exponential_backoff',
  'retry_delay',
]);

export function checkHandlerConfigs(steps: readonly StepView[], report: Report): void {
  for (const step of steps) {
    const config = child(step.node, 'handler_config');
    if (config?.kind !== 'map') continue;
    if (isApi(config)) checkApiConfig(step, config, report);
    else if (config.entries.has('url') && !config.entries.has('type')) {
      const message = `The configuration of the step ${stepLabel(step)} has a url but no type; an API handler fails with it.`;
      report('api-type-missing', config.place, message);
    }
  }
}

function isApi(config: MapNode): boolean {
  const type = child(config, 'type');
  return type?.kind === 'scalar' && type.value === 'api';
}

function checkApiConfig(step: StepView, config: MapNode, report: Report): void {
  const label = stepLabel(step);
  for (const { key, keyPlace } of config.entries.values()) {
    if (SURVIVORS.has(key)) continue;
    report('api-key-dropped', keyPlace, `The key ${quote(key)} of an API configuration is dropped.`);
  }
  const delay = config.entries.get('retry_delay');
  if (delay !== undefined)
    report('api-retry-delay-unused', delay.keyPlace, 'The key retry_delay is never used.');
  const place = child(config, 'type')?.place ?? config.place;
  if (!isGiven(config, 'url')) {
    report('api-url-missing', place, `The step ${label} has no url; every attempt fails.`);
  }
  if (!isGiven(config, 'enable_exponential_backoff')) {
    report(
      'api-backoff-off',
      place,
      `The step ${label} does not say so, and thus has exponential backoff off.`,
    );
  }
  if (!isGiven(config, 'headers')) {
    report(
      'api-headers-missing',
      place,
      `The step ${label} has no headers; not even the usual JSON ones are sent.`,
    );
  }
}

function isGiven(config: MapNode, key: string): boolean {
  const node = child(config, key);
  return node !== undefined && !isNull(node);
}
