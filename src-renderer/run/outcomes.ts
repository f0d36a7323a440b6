/**
 * What somebody lets happen to a step, or to the task, at the moment that is looked at. An outcome is an attempt of the scenario; what
 * is done by hand is an action. Both go on in a fork, and both can be kept in the scenario.
 */
import type { ForkAction } from '../../src-engine/api/contract/lab-schemas.ts';
import type { KeyEdit } from '../../src-engine/api/contract/scenario-schemas.ts';
import type { LoggedEvent } from '../../src-engine/events/event.ts';
import type { Attempt } from '../../src-engine/simulate/scenario.ts';
import type { Json } from '../../src-engine/template/template.ts';
import { engine } from '../api/engine.ts';
import { changeScenario } from '../document/scenario-files.ts';
import { notify } from '../store/notices.ts';
import { useRun } from '../store/run/run.ts';
import { stepOf } from '../store/run/step-fold.ts';
import { askValue } from '../store/value-prompt.ts';
import { forkHere } from './fork-run.ts';
import { attempt as tryTo } from './run-actions.ts';
import { scenarioOfRun } from './run-scenarios.ts';

const SUCCESS: Attempt = { outcome: 'success' };

/** The attempt under way, or the next one, ends this way. */
export async function letAttempt(step: string, outcome: Attempt): Promise<void> {
  const { view } = useRun.getState();
  if (view === null) return;
  const scenario = scenarioOfRun(view);
  const edit = await outcomeEdit(scenario.text, step, outcome);
  if (edit === null) return;
  const edited = await tryTo(async () =>
    (await engine()).scenarios.edit({ text: scenario.text, edits: [edit] }),
  );
  if (edited === null) return;
  const isForked = (await forkHere({ scenario: { text: edited.text, name: scenario.name } })) !== null;
  if (isForked) offerToKeep([edit]);
}

/** Done by hand at this moment, before anything else. */
export async function actByHand(...actions: readonly ForkAction[]): Promise<void> {
  const { view, now } = useRun.getState();
  if (view === null) return;
  const at = (Date.parse(now) - Date.parse(view.startedAt)) / 1_000;
  if ((await forkHere({ actions })) === null) return;
  const read = await tryTo(async () => (await engine()).scenarios.read({ text: scenarioOfRun(view).text }));
  const all = [...(read?.scenario?.actions ?? []), ...actions.map((action) => ({ at, ...action }))];
  offerToKeep([{ kind: 'set-value', path: ['actions'], value: plain(all) }]);
}

export async function editResult(step: string): Promise<void> {
  const text = await askValue({
    title: `What ${step} returns`,
    text: 'The attempt under way, or the next one, succeeds with these results.',
    initial: '{}',
    check: jsonTrouble,
  });
  if (text !== null)
    await letAttempt(step, { outcome: 'success', results: JSON.parse(text) as Record<string, never> });
}

export async function setRetryLimit(step: string): Promise<void> {
  const row = useRun.getState().readiness.get(step);
  const text = await askValue({
    title: `Retry limit of ${step}`,
    text: 'How many attempts the step has in all, the first included.',
    initial: String(row?.retry_limit ?? 3),
    check: (typed) => (/^\d{1,3}$/.test(typed.trim()) ? null : 'A whole number from 0 to 999.'),
  });
  if (text !== null) await actByHand({ do: 'set_retry_limit', step, retry_limit: Number(text) });
}

export async function changeContext(): Promise<void> {
  const { view } = useRun.getState();
  if (view === null) return;
  const rows = await tryTo(async () => (await engine()).runs.rows({ run: view.run }));
  const tasks = rows?.tables.find(({ table }) => table === 'tasker_tasks');
  const context = tasks?.rows[0]?.[tasks.columns.indexOf('context')] ?? {};
  const text = await askValue({
    title: 'Context of the task',
    text: 'Attempts from now on read this one.',
    initial: JSON.stringify(context, null, 2),
    check: objectTrouble,
  });
  if (text !== null)
    await actByHand({ do: 'set_context', context: JSON.parse(text) as Record<string, never> });
}

async function outcomeEdit(text: string, step: string, outcome: Attempt): Promise<KeyEdit | null> {
  const read = await tryTo(async () => (await engine()).scenarios.read({ text }));
  if (read?.scenario == null) return null;
  const faults = read.scenario.steps?.[step];
  const execution = executionNow(step);
  const filled = Array.from(
    { length: Math.max(execution, faults?.attempts?.length ?? 0) },
    (_, index) => faults?.attempts?.[index] ?? faults?.then ?? SUCCESS,
  );
  const attempts = filled.map((each, index) => (index === execution - 1 ? outcome : each));
  return { kind: 'set-value', path: ['steps', step, 'attempts'], value: plain(attempts) };
}

/** Which execution of the step is under way at the moment, or comes next; 1 for the first. */
function executionNow(step: string): number {
  const { events, shown, steps } = useRun.getState();
  const started = events.slice(0, shown).filter((event) => stepOf(event) === step && isStart(event)).length;
  return steps.get(step)?.state === 'in_progress' ? Math.max(1, started) : started + 1;
}

function isStart({ name, payload }: LoggedEvent): boolean {
  return name === 'step.execution_requested' && payload['to_state'] === 'in_progress';
}

function offerToKeep(edits: readonly KeyEdit[]): void {
  notify({
    kind: 'info',
    title: 'Keep this in the scenario?',
    action: { title: 'Save to the scenario', run: () => void changeScenario(edits) },
  });
}

/** Without what is undefined, which is nothing to JSON. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function jsonTrouble(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return `This is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function objectTrouble(text: string): string | null {
  const trouble = jsonTrouble(text);
  if (trouble !== null) return trouble;
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? null
    : 'A context is an object.';
}
