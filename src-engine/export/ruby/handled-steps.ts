/** The steps of a template by the class that handles them: two steps with one class have one file. */
import type { StepTemplate, Template } from '../../template/template.ts';
import type { RubyClass } from './ruby-class.ts';
import { rubyClass } from './ruby-class.ts';

export interface Handled {
  readonly handler: RubyClass;
  /** At least one, in the order of the template. */
  readonly steps: readonly StepTemplate[];
  /** Names of the steps whose results it reads. */
  readonly parents: readonly string[];
  /** Calls an HTTP service through Tasker's own API handler. */
  readonly isApi: boolean;
}

export interface HandledSteps {
  readonly handled: readonly Handled[];
  /** Positions of steps whose class is no Ruby constant. */
  readonly nameless: readonly number[];
}

export function handledSteps({ steps }: Template): HandledSteps {
  const byClass = new Map<string, { handler: RubyClass; steps: StepTemplate[] }>();
  const nameless: number[] = [];
  for (const [index, step] of steps.entries()) {
    const handler = rubyClass(step.handlerClass);
    const known = handler && byClass.get(handler.name);
    if (handler === undefined) nameless.push(index);
    else if (known === undefined) byClass.set(handler.name, { handler, steps: [step] });
    else known.steps.push(step);
  }
  const handled = [...byClass.values()].map((each) => ({
    ...each,
    parents: [...new Set(each.steps.flatMap(({ dependsOn }) => dependsOn))],
    isApi: each.steps.some(({ handlerConfig }) => handlerConfig?.['type'] === 'api'),
  }));
  return { handled, nameless };
}

/** Names under `properties` of the context's schema; those it requires first of all. */
export function contextKeys({ schema }: Template): {
  readonly all: readonly string[];
  readonly required: readonly string[];
} {
  const properties = schema?.['properties'];
  const all = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  const list = schema?.['required'];
  const required = Array.isArray(list) ? list.filter((key): key is string => typeof key === 'string') : [];
  return { all: [...new Set([...required, ...all])], required };
}
