/** Handler skeletons as a Rails application has them: classes under app/tasks, the template under config, specs under spec. */
import type { Exported, ExportNote, TextFile } from '../export-types.ts';
import { quote } from '../../template/quote.ts';
import type { Subject } from '../subject.ts';
import { YAML_TYPE } from '../yaml/export-yaml.ts';
import type { Handled } from './handled-steps.ts';
import { handledSteps } from './handled-steps.ts';
import type { RubyClass } from './ruby-class.ts';
import { classInModule } from './ruby-class.ts';
import { stepHandlerFile } from './step-handler.ts';
import { stepSpecFile } from './step-spec.ts';
import { configPath, taskHandlerFile } from './task-handler.ts';

export const RUBY_TYPE = 'text/x-ruby';

export function exportRuby({ template, text }: Subject): Exported {
  const { handled, nameless } = handledSteps(template);
  const taskHandler = classInModule(template.taskHandlerClass, template.moduleNamespace);
  const classes = new Set([...handled.map(({ handler }) => handler.name), taskHandler?.name ?? '']);
  const both = handled.find(({ handler }) => handler.name === taskHandler?.name);
  const files = [
    ...(taskHandler === undefined ? [] : [{ name: configPath(taskHandler), mediaType: YAML_TYPE, text }]),
    ...(taskHandler === undefined || both !== undefined
      ? []
      : [ruby(`app/tasks/${taskHandler.path}.rb`, taskHandlerFile(template, taskHandler, classes))]),
    ...handled.flatMap((each) => [
      ruby(`app/tasks/${each.handler.path}.rb`, stepHandlerFile(template, each, classes)),
      ruby(`spec/tasks/${each.handler.path}_spec.rb`, stepSpecFile(template, each)),
    ]),
  ];
  const notes = [
    ...namelessNotes(subjectNames(template.steps, nameless)),
    ...taskNotes(template.taskHandlerClass, taskHandler, both),
    ...sharedNotes(handled),
    ...collisionNotes(files),
  ];
  return { kind: 'exported', files: uniqueNames(files), notes };
}

function ruby(name: string, text: string): TextFile {
  return { name, mediaType: RUBY_TYPE, text };
}

interface Nameless {
  readonly index: number;
  readonly handlerClass: string;
}

function subjectNames(steps: readonly { readonly handlerClass: string }[], indexes: readonly number[]) {
  return indexes.map((index): Nameless => ({ index, handlerClass: steps[index]?.handlerClass ?? '' }));
}

function namelessNotes(steps: readonly Nameless[]): readonly ExportNote[] {
  return steps.map(({ index, handlerClass }) => ({
    severity: 'warning',
    message: `${quote(handlerClass)} is not a Ruby constant: there is no file for it.`,
    path: `/step_templates/${index}/handler_class`,
  }));
}

function taskNotes(
  name: string,
  handler: RubyClass | undefined,
  both: Handled | undefined,
): readonly ExportNote[] {
  const path = '/task_handler_class';
  if (handler === undefined) {
    const message = `${quote(name)} is not a Ruby constant: there is no file for it, and none for the template.`;
    return [{ severity: 'warning', message, path }];
  }
  if (both === undefined) return [];
  const message = `${quote(name)} handles the task and the step ${quote(both.steps[0]?.name ?? '')}; the file is that of the step.`;
  return [{ severity: 'warning', message, path }];
}

function sharedNotes(handled: readonly Handled[]): readonly ExportNote[] {
  return handled
    .filter(({ steps }) => steps.length > 1)
    .map(({ handler, steps }) => ({
      severity: 'info',
      message: `${steps.map(({ name }) => quote(name)).join(' and ')} are handled by one class, ${handler.name}; they share its file.`,
    }));
}

/** `HTTPGet` and `HttpGet` are two classes, and Rails looks for both in one place. */
function collisionNotes(files: readonly TextFile[]): readonly ExportNote[] {
  const seen = new Set<string>();
  return files.flatMap(({ name }): readonly ExportNote[] => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ severity: 'warning', message: `Two classes belong into ${name}; only the first is there.` }];
  });
}

function uniqueNames(files: readonly TextFile[]): readonly TextFile[] {
  return [...new Map(files.toReversed().map((file) => [file.name, file])).values()].toReversed();
}
