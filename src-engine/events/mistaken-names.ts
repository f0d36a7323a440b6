/** Names that published guides and samples use although no event has them, and the event that was meant. */
import { REGISTRY_EVENTS, STEP_EVENTS, TASK_EVENTS } from './names.ts';

const MEANT = new Map<string, string>([
  ['task.started', TASK_EVENTS.START_REQUESTED],
  ['step.started', STEP_EVENTS.EXECUTION_REQUESTED],
  ['workflow.completed', TASK_EVENTS.COMPLETED],
  ['workflow.error', TASK_EVENTS.FAILED],
  ['workflow.blocked', TASK_EVENTS.FAILED],
  ['system.error', STEP_EVENTS.FAILED],
  ['registry.handler_registered', REGISTRY_EVENTS.HANDLER_REGISTERED],
  ['registry.plugin_registered', REGISTRY_EVENTS.PLUGIN_REGISTERED],
  ['registry.subscriber_registered', REGISTRY_EVENTS.SUBSCRIBER_REGISTERED],
  ['registry.validation_failed', REGISTRY_EVENTS.HANDLER_VALIDATION_FAILED],
]);

/** The event someone who writes `name` most likely means; null when we cannot tell. */
export function suggestedName(name: string): string | null {
  return MEANT.get(name) ?? null;
}
