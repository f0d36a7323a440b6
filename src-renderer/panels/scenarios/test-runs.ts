/** Tests of the scenarios beside the open template: one after another, apart from the run that is shown. */
import { create } from 'zustand';
import type { TestAnswer } from '../../../src-engine/api/contract/lab-schemas.ts';
import { engine } from '../../api/engine.ts';
import { failureOf } from '../../api/failure.ts';
import type { Scenario } from '../../platform/platform.ts';
import { useDocument } from '../../store/document.ts';

export type TestState =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly answer: TestAnswer; readonly of: string }
  /** The scenario, or the template, has errors. */
  | { readonly kind: 'bad'; readonly reasons: readonly string[]; readonly of: string };

export interface TestRuns {
  /** By file of the scenario. */
  readonly results: ReadonlyMap<string, TestState>;
  readonly isBusy: boolean;
}

export const useTestRuns = create<TestRuns>(() => ({ results: new Map(), isBusy: false }));

// Another document has other scenarios.
useDocument.subscribe((now, before) => {
  if (now.load === before.load) return;
  stopTests();
  useTestRuns.setState({ results: new Map() });
});

let controller: AbortController | null = null;

export function stopTests(): void {
  controller?.abort();
}

/** What a result was made of: when it differs from now, the result is old. */
export function sourceOf({ text }: Pick<Scenario, 'text'>): string {
  return `${useDocument.getState().text}\u0000${text}`;
}

export async function runTests(scenarios: readonly Scenario[]): Promise<void> {
  stopTests();
  const mine = new AbortController();
  controller = mine;
  useTestRuns.setState({ isBusy: true });
  for (const scenario of scenarios) {
    if (mine.signal.aborted) break;
    await runOne(scenario, mine.signal);
  }
  if (controller === mine) useTestRuns.setState({ isBusy: false });
}

async function runOne(scenario: Scenario, signal: AbortSignal): Promise<void> {
  const { text } = useDocument.getState();
  const of = sourceOf(scenario);
  const before = useTestRuns.getState().results.get(scenario.file);
  put(scenario.file, { kind: 'running' });
  try {
    const asked = { text, scenario: { text: scenario.text, name: scenario.title } };
    const answer = await (await engine()).tests.run(asked, { signal });
    put(scenario.file, { kind: 'done', answer, of });
  } catch (error) {
    if (signal.aborted) put(scenario.file, before);
    else put(scenario.file, { kind: 'bad', reasons: reasonsOf(error), of });
  }
}

function put(file: string, state: TestState | undefined): void {
  useTestRuns.setState(({ results }) => {
    const next = new Map(results);
    if (state === undefined) next.delete(file);
    else next.set(file, state);
    return { results: next };
  });
}

function reasonsOf(error: unknown): readonly string[] {
  const { message, problems } = failureOf(error);
  const told = problems.filter(({ severity }) => severity === 'error');
  return told.length === 0
    ? [message]
    : told.map(({ line, message: words, hint }) => `Line ${line}: ${words} ${hint}`);
}
