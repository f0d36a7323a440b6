/** Where a template and what a production database knows of it part. Pure. */
import type { CopiedStep, TaskCopy } from '../../store/production/rows/task-copy.ts';
import type { KnownTask } from '../../store/production/rows/known-task.ts';
import type { Template } from '../../template/template.ts';
import { dependencies } from './copy-notes.ts';

export interface DriftRow {
  readonly what: string;
  readonly inTemplate: string;
  readonly inDatabase: string;
  readonly words: string;
}

const NOTHING = '—';

/** @param last The newest task of that name and version; null where there is none. */
export function driftOf(template: Template, known: KnownTask, last: TaskCopy | null): readonly DriftRow[] {
  return [...versionRows(template, known), ...stepRows(template, known), ...taskRows(template, last)];
}

function versionRows({ namespaceName, name, version }: Template, known: KnownTask): readonly DriftRow[] {
  if (known.isKnown) return [];
  const versions = known.versions.length === 0 ? NOTHING : known.versions.join(', ');
  const words =
    known.versions.length === 0
      ? `${namespaceName}.${name} was never run there.`
      : `Version ${version} was never run there: the application still has another one, or was not deployed.`;
  return [{ what: 'version', inTemplate: version, inDatabase: versions, words }];
}

/** Steps and limits as they were when the task was first registered: the engine never updates them. */
function stepRows({ steps }: Template, { isKnown, steps: rows }: KnownTask): readonly DriftRow[] {
  if (!isKnown) return [];
  const inDatabase = new Map(rows.map((row) => [row.name, row]));
  const added = steps.filter(({ name }) => !inDatabase.has(name));
  const gone = rows.filter(({ name }) => !steps.some((step) => step.name === name));
  return [
    ...added.map(({ name }) => ({
      what: `step ${name}`,
      inTemplate: 'is there',
      inDatabase: NOTHING,
      words: `${name} is not registered there: no task with it was created yet.`,
    })),
    ...gone.map(({ name }) => ({
      what: `step ${name}`,
      inTemplate: NOTHING,
      inDatabase: 'is there',
      words: `${name} is registered there. Older tasks may still have it.`,
    })),
    ...steps.flatMap((step) => {
      const row = inDatabase.get(step.name);
      if (row === undefined) return [];
      return [
        ...differs(`retry limit of ${step.name}`, step.defaultRetryLimit, row.limit, LIMIT_WORDS),
        ...differs(`${step.name} is retryable`, step.defaultRetryable, row.retryable, LIMIT_WORDS),
      ];
    }),
  ];
}

const LIMIT_WORDS =
  'The database keeps what was there when the step was first registered. New tasks get the value of the template.';

function differs(
  what: string,
  inTemplate: number | boolean,
  inDatabase: number | boolean | null,
  words: string,
): readonly DriftRow[] {
  if (inDatabase === null || inTemplate === inDatabase) return [];
  return [{ what, inTemplate: String(inTemplate), inDatabase: String(inDatabase), words }];
}

/** Edges and limits of the newest task: the database has no others. */
function taskRows({ steps }: Template, last: TaskCopy | null): readonly DriftRow[] {
  if (last === null) return [];
  const ofTask = new Map(dependencies(last).map(({ name, dependsOn }) => [name, dependsOn]));
  const rows = new Map<string, CopiedStep>(last.steps.map((step) => [step.name, step]));
  return steps.flatMap(({ name, dependsOn, defaultRetryLimit }) => {
    const parents = ofTask.get(name);
    if (parents === undefined) return [];
    const limit = rows.get(name)?.limit ?? null;
    const words = `Task ${last.id} was created with other edges than the template has.`;
    return [
      ...(sameNames(dependsOn, parents)
        ? []
        : [
            { what: `parents of ${name}`, inTemplate: listed(dependsOn), inDatabase: listed(parents), words },
          ]),
      ...differs(
        `retry limit of ${name} in task ${last.id}`,
        defaultRetryLimit,
        limit,
        'The task was created with another limit, or somebody changed it since.',
      ),
    ];
  });
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name) => right.includes(name));
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? NOTHING : [...names].sort().join(', ');
}
