/** What a page has that happy-dom has not, and the state a test begins with. */
import { vi } from 'vitest';
import type { StepReadiness } from '../../../src-engine/api/contract/run-schemas.ts';
import type { TemplateView } from '../../../src-engine/api/contract/template-schemas.ts';
import { useGraph } from '../../../src-renderer/canvas/shown/graph-store.ts';
import { EMPTY_VIEW, useDocument } from '../../../src-renderer/store/document.ts';
import { usePreferences } from '../../../src-renderer/store/preferences.ts';
import { showRun, useRun } from '../../../src-renderer/store/run/run.ts';
import type { StepFold } from '../../../src-renderer/store/run/step-fold.ts';
import { clearSelection } from '../../../src-renderer/store/selection.ts';
import { FakeWorker } from './fake-worker.ts';

const NOW = '2030-11-29T08:00:00.000Z';

export function preparePage(): void {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  FakeWorker.started = [];
  FakeWorker.isPrompt = true;
  useGraph.setState({ shown: null, working: null, isStale: false });
  useDocument.setState({ isOpen: false, view: EMPTY_VIEW, text: '' });
  usePreferences.setState({ direction: 'down', showsMinimap: null });
  showRun(null);
  clearSelection();
}

/** Opens a template as another document. */
export async function open(view: TemplateView): Promise<void> {
  useDocument.setState(({ load }) => ({ load: load + 1, isOpen: true, view, text: 'name: t' }));
  await laidOut();
}

/** The same document after a change of its text. */
export async function change(view: TemplateView): Promise<void> {
  useDocument.setState({ view });
  await laidOut();
}

/** The answers of workers come in microtasks. */
async function laidOut(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

export interface StepNow {
  readonly state?: string;
  readonly attempt?: number;
  /** Milliseconds from now to the next attempt. */
  readonly retryIn?: number;
}

/** Shows a run in which steps are as said. */
export function runWith(steps: Readonly<Record<string, StepNow>>): void {
  showRun({
    run: '1',
    status: 'running',
    speed: 1,
    startedAt: NOW,
    now: NOW,
    events: 1,
    outcome: null,
    reasons: [],
    error: null,
    template: { namespace: 'n', name: 't', version: '1.0.0' },
    environment: null,
    scenario: null,
    seed: 1,
    profile: 'documented',
    parent: null,
    forkedAfter: 0,
    changes: [],
    hit: null,
  });
  const folds = Object.entries(steps).map(([name, step]) => [name, foldOf(step)] as const);
  const rows = Object.entries(steps).map(([name, step]) => [name, rowOf(name, step)] as const);
  useRun.setState({ steps: new Map(folds), readiness: new Map(rows), count: 1, shown: 1, readinessSeq: 1 });
}

/** Moves the virtual clock. */
export function passTime(ms: number): void {
  const { view, now } = useRun.getState();
  if (view !== null) useRun.setState({ now: new Date(Date.parse(now) + ms).toISOString() });
}

function foldOf({ state = 'pending', attempt = 0 }: StepNow): StepFold {
  return { state, attempt, retryLimit: 3, error: null, lastEvent: 1 };
}

function rowOf(name: string, { state = 'pending', attempt = 0, retryIn }: StepNow): StepReadiness {
  return {
    name,
    current_state: state,
    dependencies_satisfied: true,
    retry_eligible: true,
    ready_for_execution: false,
    last_failure_at: null,
    next_retry_at: retryIn === undefined ? null : new Date(Date.parse(NOW) + retryIn).toISOString(),
    last_attempted_at: null,
    total_parents: 0,
    completed_parents: 0,
    attempts: attempt,
    retry_limit: 3,
    backoff_request_seconds: null,
    processed: false,
    retryable: true,
    in_process: false,
    results: null,
    transitions: [],
    blocking_reason: null,
    words: '',
  };
}
