/** A step in the successor's format. */
import { quote } from '../../template/quote.ts';
import type { Json, JsonObject, StepTemplate } from '../../template/template.ts';
import { CORE_BACKOFF, CORE_CALLABLE, CORE_EVENT, CORE_LIMITS, CORE_NAME } from './core-rules.ts';
import type { NoteList } from './note-list.ts';

/** @param path Of the step in the template. */
export function coreStep(
  step: StepTemplate,
  path: string,
  primarySystem: string,
  notes: NoteList,
): JsonObject {
  const { name, description, handlerClass, dependentSystem, dependsOn, handlerConfig, customEvents } = step;
  checkNames(step, path, notes);
  const timeout = timeoutOf(handlerConfig, `${path}/handler_config`, notes);
  const events = customEvents.map((event, index) =>
    coreEvent(event, `${path}/custom_events/${index}`, notes),
  );
  return {
    name,
    ...(description === name ? {} : { description }),
    handler: {
      callable: handlerClass.slice(0, CORE_LIMITS.callable),
      ...(handlerConfig === undefined ? {} : { initialization: handlerConfig }),
    },
    ...(dependentSystem === undefined || dependentSystem === primarySystem
      ? {}
      : { system_dependency: dependentSystem }),
    dependencies: [...dependsOn],
    retry: retryOf(step, path, notes),
    ...(timeout === undefined ? {} : { timeout_seconds: timeout }),
    ...(events.length === 0 ? {} : { publishes_events: events }),
  };
}

/** Written out: a block with some of its values leaves the others empty. */
export function retryOf(step: StepTemplate, path: string, notes: NoteList): JsonObject {
  const { defaultRetryable, defaultRetryLimit } = step;
  const { leastAttempts, mostAttempts } = CORE_LIMITS;
  const attempts = Math.min(Math.max(defaultRetryLimit, leastAttempts), mostAttempts);
  if (attempts !== defaultRetryLimit) {
    const effect =
      defaultRetryLimit < leastAttempts ? ' In Tasker the step never runs; there it would run once.' : '';
    notes.warn(
      `${path}/default_retry_limit`,
      `The retry limit ${defaultRetryLimit} becomes ${attempts}: from ${leastAttempts} to ${mostAttempts} are allowed.${effect}`,
    );
  }
  if (!defaultRetryable) {
    const message =
      'The engine as shipped never runs a step that is not retryable; the successor tries it once.';
    notes.warn(`${path}/default_retryable`, message);
  }
  return { retryable: defaultRetryable, max_attempts: attempts, ...CORE_BACKOFF };
}

/** A number of seconds in the configuration is copied to where the successor's own timeout stands. */
export function timeoutOf(config: JsonObject | undefined, path: string, notes: NoteList): number | undefined {
  for (const key of ['timeout_seconds', 'timeout']) {
    const value: Json | undefined = config?.[key];
    if (typeof value !== 'number' || !(value > 0)) continue;
    const seconds = Math.min(Math.ceil(value), CORE_LIMITS.timeoutSeconds);
    const changed = seconds === value ? '' : ` as ${seconds}`;
    notes.tell(`${path}/${key}`, `It is also written as timeout_seconds of the step${changed}.`);
    return seconds;
  }
  return undefined;
}

function checkNames({ name, handlerClass, skippable }: StepTemplate, path: string, notes: NoteList): void {
  if (!CORE_NAME.test(name)) {
    notes.warn(
      `${path}/name`,
      `${quote(name)} loads, but the published schema wants small letters, digits and _.`,
    );
  }
  if (handlerClass.length > CORE_LIMITS.callable) {
    notes.warn(
      `${path}/handler_class`,
      `The name of the class is cut to ${CORE_LIMITS.callable} characters.`,
    );
  } else if (!CORE_CALLABLE.test(handlerClass)) {
    notes.warn(
      `${path}/handler_class`,
      `${quote(handlerClass)} loads, but the published schema wants a Ruby constant.`,
    );
  }
  if (skippable) notes.warn(`${path}/skippable`, 'There is nothing like it; it is left out.');
}

type CustomEvent = StepTemplate['customEvents'][number];

function coreEvent({ name, description }: CustomEvent, path: string, notes: NoteList): JsonObject {
  notes.tell(path, 'The event is published durably on success, with a schema that allows anything.');
  if (!CORE_EVENT.test(name)) {
    notes.warn(
      `${path}/name`,
      `${quote(name)} should be two words or more in small letters with points between.`,
    );
  }
  return {
    name,
    ...(description === undefined ? {} : { description }),
    condition: 'success',
    schema: { type: 'object' },
    delivery_mode: 'durable',
  };
}
