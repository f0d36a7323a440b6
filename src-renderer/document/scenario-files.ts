/** Scenarios beside the open template: changed, added, copied, removed, saved. Their texts are changed by the engine alone. */
import type { KeyEdit } from '../../src-engine/api/contract/scenario-schemas.ts';
import { engine } from '../api/engine.ts';
import { failureOf } from '../api/failure.ts';
import { platform } from '../platform/current.ts';
import type { Scenario, ScenarioSaved } from '../platform/platform.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { ask } from '../store/questions.ts';
import {
  dirtyScenarios,
  putScenario,
  removeScenario,
  scenarioSaved,
  useScenarioEdits,
} from '../store/scenario-edits.ts';
import { download } from '../ui/data/download.ts';

function chosenScenario(): Scenario | undefined {
  const { scenarios, scenario } = useDocument.getState();
  return scenarios.find(({ file }) => file === scenario);
}

/** The text with keys changed; null after the user was told why it cannot be. */
async function scenarioText(text: string, edits: readonly KeyEdit[]): Promise<string | null> {
  try {
    return (await (await engine()).scenarios.edit({ text, edits: [...edits] })).text;
  } catch (error) {
    const { message, hint } = failureOf(error);
    notify({ kind: 'error', title: message, ...(hint === null ? {} : { detail: hint }) });
    return null;
  }
}

/** Changes the chosen scenario, or a new one where none is chosen. */
export async function changeScenario(edits: readonly KeyEdit[]): Promise<boolean> {
  const scenario = chosenScenario() ?? newScenario('New scenario');
  const text = await scenarioText(scenario.text, edits);
  if (text === null) return false;
  const now = useDocument.getState().scenarios.find(({ file }) => file === scenario.file);
  // Somebody changed it meanwhile: the change is made anew on what is there now.
  if (now !== undefined && now.text !== scenario.text) return changeScenario(edits);
  setScenarioText(scenario, text);
  return true;
}

export function setScenarioText(scenario: Scenario, text: string): void {
  putScenario({
    ...scenario,
    text,
    title: /^name:[ \t]*["']?(.+?)["']?[ \t]*$/m.exec(text)?.[1] ?? scenario.title,
  });
}

/** A scenario that is in no file yet, chosen for the next run. */
export function newScenario(title: string, text = `name: ${JSON.stringify(title)}\n`): Scenario {
  const scenario = { file: freeName(title), title, description: '', text };
  putScenario(scenario);
  useDocument.setState({ scenario: scenario.file });
  return scenario;
}

export async function duplicateScenario(scenario: Scenario): Promise<void> {
  const title = `${scenario.title} (copy)`;
  const text = await scenarioText(scenario.text, [{ kind: 'set-value', path: ['name'], value: title }]);
  if (text !== null) newScenario(title, text);
}

/** `order.a-bad-day.scenario.yaml`, with a number where that is taken. */
function freeName(title: string): string {
  const { name, scenarios } = useDocument.getState();
  const base = name.replace(/\.ya?ml$/i, '');
  const slug =
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'scenario';
  const taken = new Set(scenarios.map(({ file }) => file));
  for (let number = 1; ; number += 1) {
    const file = `${base}.${slug}${number === 1 ? '' : `-${number}`}.scenario.yaml`;
    if (!taken.has(file)) return file;
  }
}

/** True when it is on disk now. */
export async function saveScenario({ file, text }: Scenario): Promise<boolean> {
  const { saved } = useScenarioEdits.getState();
  const before = saved.get(file) ?? null;
  const result = await write(file, text, saved.has(file) ? before : text);
  if (result === null) return false;
  if (result.kind === 'saved') scenarioSaved(file, text);
  if (result.kind === 'changed') return settle({ file, text }, result.text);
  return result.kind === 'saved';
}

/** All that are changed; true when none is left. */
export async function saveScenarios(): Promise<boolean> {
  let isAll = true;
  for (const scenario of dirtyScenarios()) isAll = (await saveScenario(scenario)) && isAll;
  return isAll;
}

async function write(
  file: string,
  text: string | null,
  before: string | null,
): Promise<ScenarioSaved | null> {
  const { source } = useDocument.getState();
  if (source.kind !== 'file') {
    notify({
      kind: 'error',
      title: 'The template is in no file of yours yet',
      detail: 'Save the template first; its scenarios are kept beside it.',
    });
    return null;
  }
  try {
    const result = await platform.saveScenario(source.file.id, file, text, before);
    if (result.kind === 'unusable') notify({ kind: 'error', title: result.message, detail: result.hint });
    return result;
  } catch (error) {
    notify({ kind: 'error', title: `${file} could not be saved`, detail: failureOf(error).message });
    return null;
  }
}

async function settle(scenario: Pick<Scenario, 'file' | 'text'>, theirs: string | null): Promise<boolean> {
  const answer = await ask(
    theirs === null ? `${scenario.file} was removed` : `${scenario.file} was changed by another program`,
    theirs === null ? 'Saving puts it back.' : 'Overwriting loses what the other program wrote.',
    [
      { id: 'cancel', title: 'Cancel' },
      {
        id: 'overwrite',
        title: theirs === null ? 'Save' : 'Overwrite',
        look: theirs === null ? 'primary' : 'danger',
      },
    ],
  );
  if (answer !== 'overwrite') return false;
  const result = await write(scenario.file, scenario.text, theirs);
  if (result?.kind === 'saved') scenarioSaved(scenario.file, scenario.text);
  return result?.kind === 'saved';
}

/** Asks first; a scenario that is in no file is only forgotten. */
export async function deleteScenario({ file, text, title }: Scenario): Promise<void> {
  const { saved } = useScenarioEdits.getState();
  const before = saved.has(file) ? (saved.get(file) ?? null) : text;
  const answer = await ask(`Delete ${title}?`, `${file} is removed.`, [
    { id: 'cancel', title: 'Cancel' },
    { id: 'delete', title: 'Delete', look: 'danger' },
  ]);
  if (answer !== 'delete') return;
  const { source } = useDocument.getState();
  if (before !== null && source.kind === 'file' && (await write(file, null, before))?.kind !== 'saved')
    return;
  removeScenario(file);
}

export function saveScenarioCopy({ file, text }: Scenario): void {
  download(file, text, 'application/yaml');
}
