/** What the run controls do. Every one may be called at any time and does what makes sense then. */
import { takeField } from '../document/take-field.ts';
import type { Speed, StartRun } from '../../src-engine/api/contract/run-schemas.ts';
import { engine, isConnected } from '../api/engine.ts';
import { failureOf } from '../api/failure.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { setPreferences, usePreferences } from '../store/preferences.ts';
import { goToEvent, isUnderWay, showRun, stepForward, updateView, useRun } from '../store/run/run.ts';
import { rememberScenario } from './run-scenarios.ts';
import { useRunSettings } from '../store/run/settings.ts';

/** Starts a run, or goes on with the one that is paused. */
export async function runOrResume(): Promise<void> {
  await takeField();
  const state = useRun.getState();
  if (!isUnderWay(state)) return start(false);
  goToEvent(null);
  if (state.view?.status === 'paused') await control('resume');
}

export async function runOrPause(): Promise<void> {
  if (useRun.getState().view?.status === 'running') return pause();
  return runOrResume();
}

export async function pause(): Promise<void> {
  if (useRun.getState().view?.status === 'running') await control('pause');
}

/** One event on: in the past within the log, at its end by the engine; begins a paused run when none is under way. */
export async function step(): Promise<void> {
  if (stepForward()) return;
  if (!isUnderWay(useRun.getState())) await start(true);
  if (!isUnderWay(useRun.getState())) return;
  if (useRun.getState().view?.status === 'running') await control('pause');
  await control('step');
}

export async function stop(): Promise<void> {
  if (isUnderWay(useRun.getState())) await control('stop');
}

export async function restart(): Promise<void> {
  await start(useRun.getState().view?.status === 'paused');
}

/** Remembered for later runs as well. */
export async function setSpeed(speed: Speed): Promise<void> {
  setPreferences({ speed });
  const { view } = useRun.getState();
  if (view === null || !isUnderWay(useRun.getState())) return;
  await attempt(async () => (await engine()).runs.setSpeed({ run: view.run, speed }));
}

/** Why nothing can be started now; null when it can. */
function reasonNotToRun(): string | null {
  const { isOpen, view } = useDocument.getState();
  if (!isOpen) return 'Open a template first.';
  const errors = view.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return `The template has ${errors} ${errors === 1 ? 'error' : 'errors'}.`;
  return null;
}

export async function start(paused: boolean): Promise<void> {
  if (useRun.getState().isStarting) return;
  if (!isConnected()) {
    notify({
      kind: 'error',
      title: 'The engine is not ready yet',
      detail: 'It starts by itself; try again in a moment.',
    });
    return;
  }
  const reason = reasonNotToRun();
  if (reason !== null) {
    const showProblems = { title: 'Show the problems', run: () => showTab('problems') };
    notify({ kind: 'error', title: 'Nothing was started', detail: reason, action: showProblems });
    return;
  }
  useRun.setState({ isStarting: true });
  const asked = request(paused);
  const view = await attempt(async () => (await engine()).runs.start(asked));
  if (view !== null) rememberScenario(view.run, asked.scenario);
  useRun.setState({ isStarting: false });
  if (view !== null) showRun(view);
}

function request(paused: boolean): StartRun {
  const { text, environment, scenario, scenarios } = useDocument.getState();
  const { seed, profile } = useRunSettings.getState();
  const chosen = scenarios.find(({ file }) => file === scenario);
  return {
    text,
    paused,
    speed: usePreferences.getState().speed,
    ...(environment === null ? {} : { environment }),
    ...(chosen === undefined ? {} : { scenario: { text: chosen.text, name: chosen.title } }),
    ...(seed === null ? {} : { seed }),
    ...(profile === null ? {} : { profile }),
  };
}

async function control(name: 'pause' | 'resume' | 'step' | 'stop'): Promise<void> {
  const { view } = useRun.getState();
  if (view === null) return;
  const answer = await attempt(async () => (await engine()).runs[name]({ run: view.run }));
  // The stream brings it as well, but a button should answer at once.
  if (answer !== null) updateView(answer);
}

/** The answer, or null after the user was told what is wrong. A run that is over meanwhile is no trouble. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    const { code, message, hint, problems } = failureOf(error);
    if (code === 'RUN_OVER' || code === 'NO_SUCH_RUN') return null;
    const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
    const detail = first === undefined ? hint : `${first.message} ${first.hint}`;
    notify({ kind: 'error', title: message, ...(detail === null ? {} : { detail }) });
    return null;
  }
}

function showTab(bottomTab: 'events' | 'problems'): void {
  setPreferences({ bottomTab, showsPanel: true });
}
