/**
 * Tasker's built-in events, each once, with what it means, what it carries and whether it is ever published. The
 * workbench's own events and custom events are not in it.
 */
import { EXPORT_FACTS, REGISTRY_FACTS, TEST_FACTS } from './catalogue/export-test-and-registry.ts';
import type { EntryFacts, EventCategory, EventPublisher } from './catalogue/entry.ts';
import { STEP_FACTS, TASK_FACTS } from './catalogue/task-and-step.ts';
import { OBSERVABILITY_FACTS, WORKFLOW_FACTS } from './catalogue/workflow-and-observability.ts';

export type { EventCategory, EventPublisher } from './catalogue/entry.ts';

export interface CatalogueEntry {
  readonly name: string;
  readonly category: EventCategory;
  /** One line. */
  readonly description: string;
  /** Every key that some copy of the event carries; empty when it is never published. */
  readonly payloadKeys: readonly string[];
  readonly publisher: EventPublisher;
  /** Tasker has code that publishes it, whether or not its engine ever calls that code. */
  readonly published: boolean;
  /** Tasker's bus knows the name at start-up, so that one may subscribe to it. */
  readonly registered: boolean;
}

/** All entries: task, step, workflow, observability, export, test, registry. */
export const EVENT_CATALOGUE: readonly CatalogueEntry[] = [
  ...entries('task', TASK_FACTS),
  ...entries('step', STEP_FACTS),
  ...entries('workflow', WORKFLOW_FACTS),
  ...entries('observability', OBSERVABILITY_FACTS),
  ...entries('export', EXPORT_FACTS),
  ...entries('test', TEST_FACTS),
  ...entries('registry', REGISTRY_FACTS),
];

const BY_NAME: ReadonlyMap<string, CatalogueEntry> = new Map(
  EVENT_CATALOGUE.map((entry) => [entry.name, entry]),
);

/** The entry of a built-in name; undefined for any other. */
export function catalogueEntry(name: string): CatalogueEntry | undefined {
  return BY_NAME.get(name);
}

/** Entries whose name or description contains `text`, capitals or not. */
export function searchCatalogue(text: string): readonly CatalogueEntry[] {
  const wanted = text.toLowerCase();
  return EVENT_CATALOGUE.filter(({ name, description }) =>
    [name, description].some((place) => place.toLowerCase().includes(wanted)),
  );
}

function entries(
  category: EventCategory,
  facts: Readonly<Record<string, EntryFacts>>,
): readonly CatalogueEntry[] {
  return Object.entries(facts).map(([name, fact]) => ({
    name,
    category,
    ...fact,
    published: fact.publisher !== 'nobody',
    registered: category !== 'registry',
  }));
}
