/**
 * A template in the form of Tasker's files, made from the rows of one task: its steps, edges and limits. What rows do not hold (classes
 * of handlers, their configuration, the schema of the context) is filled with names that say so.
 */
import { writeYaml } from '../../export/yaml/write-yaml.ts';
import { findCycles } from '../../graph/cycles.ts';
import type { TaskCopy } from '../../store/production/rows/task-copy.ts';
import { dependencies } from './copy-notes.ts';

const UNKNOWN_SYSTEM = 'unknown';

/** Null where the rows make no template: without steps, with a cycle, or with two steps of one name. */
export function templateOfCopy(copy: TaskCopy): string | null {
  const graph = dependencies(copy);
  const names = new Set(graph.map(({ name }) => name));
  if (graph.length === 0 || names.size < graph.length || findCycles(graph).length > 0) return null;
  const byName = new Map(copy.steps.map((step) => [step.name, step]));
  const head = `# Made from the rows of task ${copy.id}, as they were at ${copy.at}. Rows do not say which handlers there are.\n`;
  return (
    head +
    writeYaml({
      name: copy.name,
      namespace_name: copy.namespace,
      version: copy.version,
      task_handler_class: className(copy.name),
      default_dependent_system: UNKNOWN_SYSTEM,
      step_templates: graph.map(({ name, dependsOn }) => {
        const step = byName.get(name);
        return {
          name,
          ...(dependsOn.length === 1 ? { depends_on_step: dependsOn[0] ?? '' } : {}),
          ...(dependsOn.length > 1 ? { depends_on_steps: dependsOn } : {}),
          handler_class: `${className(name)}Handler`,
          ...(step?.limit == null || step.limit === 3 ? {} : { default_retry_limit: step.limit }),
        };
      }),
    })
  );
}

function className(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const camel = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(camel) ? camel : `Task${camel}`;
}
