/**
 * Changes of scenarios that are in no file yet. The texts themselves are those of the document's scenarios; here stands what they
 * were when they were read, and what they were before each change.
 */
import { create } from 'zustand';
import type { Scenario } from '../platform/platform.ts';
import { useDocument } from './document.ts';

export interface ScenarioEdits {
  /** By file: the text on disk; null for a scenario that is in no file yet. Absent: not changed. */
  readonly saved: ReadonlyMap<string, string | null>;
  /** As they were, title included: it is made of the text. */
  readonly undone: readonly Scenario[];
  readonly done: readonly Scenario[];
}

const NOTHING: ScenarioEdits = { saved: new Map(), undone: [], done: [] };
const MOST_STEPS = 100;

export const useScenarioEdits = create<ScenarioEdits>(() => NOTHING);

// Another document has other scenarios.
useDocument.subscribe((now, before) => {
  if (now.load !== before.load) useScenarioEdits.setState(NOTHING);
});

export function isScenarioDirty({ saved }: ScenarioEdits, { file, text }: Scenario): boolean {
  return saved.has(file) && saved.get(file) !== text;
}

export function dirtyScenarios(): readonly Scenario[] {
  const edits = useScenarioEdits.getState();
  return useDocument.getState().scenarios.filter((scenario) => isScenarioDirty(edits, scenario));
}

/** Takes another text for a scenario, or adds a new one. */
export function putScenario(scenario: Scenario): void {
  const { scenarios } = useDocument.getState();
  const before = scenarios.find(({ file }) => file === scenario.file);
  if (before?.text === scenario.text) return;
  useScenarioEdits.setState(({ saved, done }) => ({
    saved: saved.has(scenario.file) ? saved : new Map([...saved, [scenario.file, before?.text ?? null]]),
    done: before === undefined ? done : [...done, before].slice(-MOST_STEPS),
    undone: [],
  }));
  replace(scenario, before === undefined);
}

export function undoScenario(): void {
  move('done', 'undone');
}

export function redoScenario(): void {
  move('undone', 'done');
}

function move(from: 'done' | 'undone', to: 'done' | 'undone'): void {
  const edits = useScenarioEdits.getState();
  const step = edits[from].at(-1);
  const now = useDocument.getState().scenarios.find(({ file }) => file === step?.file);
  if (step === undefined || now === undefined) return;
  useScenarioEdits.setState({
    [from]: edits[from].slice(0, -1),
    [to]: [...edits[to], now],
  });
  replace(step, false);
}

function replace(scenario: Scenario, isNew: boolean): void {
  useDocument.setState(({ scenarios }) => ({
    scenarios: isNew
      ? [...scenarios, scenario]
      : scenarios.map((each) => (each.file === scenario.file ? scenario : each)),
  }));
}

/** Of a scenario that is not changed it tells nothing; another document may have one of that name. */
export function scenarioSaved(file: string, text: string): void {
  useScenarioEdits.setState(({ saved }) =>
    saved.has(file) ? { saved: new Map([...saved, [file, text]]) } : {},
  );
}

export function removeScenario(file: string): void {
  useScenarioEdits.setState(({ saved, done, undone }) => ({
    saved: new Map([...saved].filter(([name]) => name !== file)),
    done: done.filter((step) => step.file !== file),
    undone: undone.filter((step) => step.file !== file),
  }));
  useDocument.setState(({ scenarios, scenario }) => ({
    scenarios: scenarios.filter((each) => each.file !== file),
    scenario: scenario === file ? null : scenario,
  }));
}
