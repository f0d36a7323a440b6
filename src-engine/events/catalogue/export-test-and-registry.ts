/** Facts about the events outside the workflow engine (event reference, sections 3.5 to 3.7). */
import type { ExportEventName, RegistryEventName, TestEventName } from '../names.ts';
import type { GroupFacts } from './entry.ts';
import { byEngine, byNobody } from './entry.ts';

export const EXPORT_FACTS: GroupFacts<ExportEventName> = {
  'tasker.telemetry.cache_synced': byEngine(
    'Metrics were copied to the shared cache.',
    'strategy',
    'metrics_count',
    'duration_ms',
    'success',
    'timestamp',
  ),
  'tasker.telemetry.export_requested': byEngine(
    'An export of metrics begins.',
    'export_id',
    'format',
    'options',
    'correlation_id',
    'include_instances',
    'timestamp',
  ),
  'tasker.telemetry.export_completed': byEngine(
    'An export of metrics succeeded.',
    'export_id',
    'format',
    'metrics_count',
    'duration_ms',
    'success',
    'data',
    'correlation_id',
    'timestamp',
  ),
  'tasker.telemetry.export_failed': byEngine(
    'An export of metrics failed.',
    'export_id',
    'format',
    'error',
    'success',
    'duration_ms',
    'correlation_id',
    'timestamp',
  ),
  'tasker.telemetry.plugin_registered': byEngine(
    'An export plugin was added.',
    'plugin_name',
    'plugin_class',
    'options',
    'timestamp',
  ),
  'tasker.telemetry.plugin_unregistered': byEngine(
    'An export plugin was removed.',
    'plugin_name',
    'plugin_class',
    'timestamp',
  ),
};

export const TEST_FACTS: GroupFacts<TestEventName> = {
  'test.event': byNobody('Known to the bus for tests of the bus; two constants share it.'),
  'slow.event': byNobody('Known to the bus for tests of slow subscribers.'),
  'custom.event': byNobody('Known to the bus for tests of custom events.'),
  'Test.Event': byNobody('Known to the bus for tests of names with capitals.'),
};

export const REGISTRY_FACTS: GroupFacts<RegistryEventName> = {
  'handler.registered': byNobody('A task handler was added to its registry.'),
  'handler.unregistered': byNobody('A task handler was removed from its registry.'),
  'handler.validation_failed': byNobody('A task handler was refused by its registry.'),
  'plugin.registered': byNobody('A plugin was added to its registry.'),
  'plugin.unregistered': byNobody('A plugin was removed from its registry.'),
  'plugin.validation_failed': byNobody('A plugin was refused by its registry.'),
  'subscriber.registered': byNobody('A subscriber was added to its registry.'),
  'subscriber.unregistered': byNobody('A subscriber was removed from its registry.'),
  'subscriber.validation_failed': byNobody('A subscriber was refused by its registry.'),
  'registry.cross_discovery': byNobody('One registry looks into another.'),
  'registry.sync_requested': byNobody('Registries are asked to agree.'),
  'registry.health_check': byNobody('A registry was checked.'),
  'registry.stats_collected': byNobody('Figures about a registry were gathered.'),
  'registry.coordination_complete': byNobody('Registries have agreed.'),
};
