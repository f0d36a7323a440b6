/** Chooses an edit for a template, with what should come of it. */
import type { TemplateEdit } from '../../../../src-engine/template/edit/template-edit.ts';
import type { Chance } from './chance.ts';
import type { Model } from './template-model.ts';
import {
  copied,
  free,
  isAncestor,
  namesOf,
  renamed,
  withParents,
  without,
  withSteps,
} from './template-model.ts';

export interface Trial {
  readonly edit: TemplateEdit;
  /** Null: it is to be refused. */
  readonly expected: Model | null;
  readonly deleted?: readonly string[];
  readonly renamedTo?: readonly [from: string, to: string];
}

const NEW_NAMES = [
  'new',
  'no',
  '1.5',
  'x: y',
  '- z',
  'send mail',
  "it's",
  'a "b"',
  '2024-01-01',
  '#h',
  'ünder',
  '~',
  ' lead',
];

export function randomEdit(
  chance: Chance,
  model: Model,
  copy: (names: readonly string[]) => string | null,
): Trial {
  const names = namesOf(model);
  if (names.length === 0 || (names.length < 4 && chance.is(0.5))) return addition(chance, model);
  const isLarge = names.length > 14;
  return chance.of([
    connection,
    connection,
    disconnection,
    reconnection,
    addition,
    insertion,
    renaming,
    duplication,
    deletion,
    isLarge ? deletion : addition,
    isLarge ? deletion : (c: Chance, m: Model) => pasting(c, m, copy),
  ])(chance, model);
}

function connection(chance: Chance, model: Model): Trial {
  const [from, to] = [chance.of(namesOf(model)), chance.of(namesOf(model))];
  const isRefused = parentsOf(model, to).has(from) || isAncestor(model, to, from);
  const expected = isRefused ? null : withParents(model, to, (parents) => [...parents, from]);
  return { edit: { kind: 'connect', from, to }, expected };
}

function edges(model: Model): readonly { readonly from: string; readonly to: string }[] {
  return model.steps.flatMap(({ name, parents }) => [...parents].map((from) => ({ from, to: name })));
}

function disconnection(chance: Chance, model: Model): Trial {
  const all = edges(model);
  if (all.length === 0) return connection(chance, model);
  const { from, to } = chance.of(all);
  return {
    edit: { kind: 'disconnect', from, to },
    expected: withParents(model, to, (parents) => parents.filter((parent) => parent !== from)),
  };
}

function reconnection(chance: Chance, model: Model): Trial {
  const all = edges(model);
  if (all.length === 0) return connection(chance, model);
  const { from, to } = chance.of(all);
  const newFrom = chance.of(namesOf(model));
  const newTo = chance.is(0.6) ? to : chance.of(namesOf(model));
  const without = withParents(model, to, (parents) => parents.filter((parent) => parent !== from));
  const isRefused = parentsOf(without, newTo).has(newFrom) || isAncestor(without, newTo, newFrom);
  const expected = isRefused ? null : withParents(without, newTo, (parents) => [...parents, newFrom]);
  return { edit: { kind: 'reconnect', from, to, newFrom, newTo }, expected };
}

function addition(chance: Chance, model: Model): Trial {
  const name = chance.of(NEW_NAMES);
  const dependsOn = chance.some(namesOf(model), 0.3);
  const open = namesOf(model).filter(
    (child) => !dependsOn.some((parent) => isAncestor(model, child, parent)),
  );
  const children = chance.some(open, 0.15);
  const free_ = free(name, new Set(namesOf(model)));
  const linked = children.reduce(
    (now, child) => withParents(now, child, (parents) => [...parents, free_]),
    model,
  );
  const added = {
    name: free_,
    parents: new Set(dependsOn),
    rest: { handler_class: 'New', default_retry_limit: 2 },
  };
  return {
    edit: {
      kind: 'add-step',
      step: { name, handlerClass: 'New', fields: { default_retry_limit: 2 } },
      dependsOn,
      children,
    },
    expected: withSteps(linked, model.steps.length, [added]),
  };
}

function insertion(chance: Chance, model: Model): Trial {
  const all = edges(model);
  if (all.length === 0) return addition(chance, model);
  const { from, to } = chance.of(all);
  const name = chance.of(NEW_NAMES);
  const free_ = free(name, new Set(namesOf(model)));
  const linked = withParents(model, to, (parents) =>
    parents.map((parent) => (parent === from ? free_ : parent)),
  );
  const added = { name: free_, parents: new Set([from]), rest: { handler_class: 'New' } };
  return {
    edit: { kind: 'insert-step', step: { name, handlerClass: 'New' }, from, to },
    expected: withSteps(linked, namesOf(model).indexOf(from) + 1, [added]),
  };
}

function renaming(chance: Chance, model: Model): Trial {
  const step = chance.of(namesOf(model));
  const name = chance.is(0.1) ? '' : chance.of(NEW_NAMES);
  const isTaken = name !== step && namesOf(model).includes(name);
  if (name === '' || isTaken) return { edit: { kind: 'rename-step', step, name }, expected: null };
  return {
    edit: { kind: 'rename-step', step, name },
    expected: renamed(model, step, name),
    renamedTo: [step, name],
  };
}

function duplication(chance: Chance, model: Model): Trial {
  const steps = chance.some(namesOf(model), 0.25);
  const last = namesOf(model).findLastIndex((name) => steps.includes(name));
  const expected = steps.length === 0 ? model : copied(model, steps, last + 1);
  return { edit: { kind: 'duplicate-steps', steps }, expected };
}

function pasting(chance: Chance, model: Model, copy: (names: readonly string[]) => string | null): Trial {
  const steps = chance.some(namesOf(model), 0.3);
  const yaml = copy(steps);
  if (yaml === null) return duplication(chance, model);
  const dependsOn = chance.some(namesOf(model), 0.2);
  const expected = copied(model, steps, model.steps.length, new Set(dependsOn));
  return { edit: { kind: 'paste-steps', yaml, dependsOn }, expected };
}

function deletion(chance: Chance, model: Model): Trial {
  const steps = [...new Set([chance.of(namesOf(model)), ...chance.some(namesOf(model), 0.1)])];
  const dependents = chance.of(['bridge', 'bridge', 'detach', 'delete'] as const);
  const expected = without(model, steps, dependents);
  const left = new Set(namesOf(expected));
  const deleted = namesOf(model).filter((name) => !left.has(name));
  return { edit: { kind: 'delete-steps', steps, dependents }, expected, deleted };
}

function parentsOf(model: Model, name: string): ReadonlySet<string> {
  return model.steps.find((step) => step.name === name)?.parents ?? new Set();
}
