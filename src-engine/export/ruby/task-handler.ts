/** The skeleton of the task handler: its file of configuration, and the hooks it may override. */
import type { Template } from '../../template/template.ts';
import type { RubyClass } from './ruby-class.ts';
import { classFile } from './ruby-class.ts';
import { comment } from './ruby-text.ts';

export function taskHandlerFile(
  { namespaceName, name, version, description }: Template,
  handler: RubyClass,
  classes: ReadonlySet<string>,
): string {
  const about = comment(
    `Task handler of ${namespaceName} / ${name} ${version}.`,
    ...(description === undefined ? [] : [description]),
    `Its steps are in ${configPath(handler)}.`,
    'It is registered once it was instantiated: do that when the application boots.',
  );
  const body = [
    ...comment(
      'Called every time the sequence of steps is built.',
      'def establish_step_dependencies_and_defaults(task, steps)',
      'end',
    ),
    '',
    ...comment(
      'Called once a run, before the task is finalized.',
      'def update_annotations(task, sequence, steps)',
      'end',
    ),
  ];
  return classFile(handler, 'Tasker::ConfiguredTask', about, body, classes);
}

/** Where ConfiguredTask looks for the template of a class. */
export function configPath({ path }: RubyClass): string {
  return `config/tasker/tasks/${path}.yaml`;
}
