/**
 * Looks at a made-up task once, before anybody looks at a real one: with the first, code is compiled and the sandbox makes a world, which
 * takes longer than the task itself.
 */
import { setTimeout } from 'node:timers/promises';
import type { RunDesk } from '../simulate/session/run-desk.ts';
import type { CopiedStep, CopiedTransition, TaskCopy } from '../store/production/rows/task-copy.ts';
import { judgeSteps } from './judged-steps.ts';
import { templateOfCopy } from '../inspect/production/template-of-copy.ts';

/** What somebody sees first comes first: the engine does one thing at a time. */
const AFTER_MS = 1_500;
const STEPS = 40;

/** Never rejects: what goes wrong is told to whoever looks at a task. */
export async function warmUpDetail(desk: RunDesk, signal: AbortSignal): Promise<void> {
  if (warmed.has(desk)) return;
  warmed.add(desk);
  try {
    await setTimeout(AFTER_MS, undefined, { signal, ref: false });
    templateOfCopy(MADE_UP);
    await judgeSteps(desk, MADE_UP);
  } catch {
    return;
  }
}

const warmed = new WeakSet<RunDesk>();

const AT = '2030-01-01T00:00:00.000Z';

const TRANSITION: CopiedTransition = {
  from: null,
  to: 'in_progress',
  at: AT,
  sortKey: 10,
  mostRecent: true,
  metadata: {},
};

const MADE_UP: TaskCopy = {
  id: '1',
  namespace: 'default',
  name: 'made_up',
  version: '0.1.0',
  complete: false,
  createdAt: AT,
  requestedAt: AT,
  initiator: null,
  sourceSystem: null,
  reason: null,
  context: {},
  contextSize: 2,
  transitions: [TRANSITION],
  steps: Array.from({ length: STEPS }, (_, index) => madeUpStep(index)),
  edges: Array.from({ length: STEPS - 1 }, (_, index) => [String(index + 1), String(index + 2)] as const),
  at: AT,
};

function madeUpStep(index: number): CopiedStep {
  return {
    id: String(index + 1),
    name: `step_${index + 1}`,
    attempts: 0,
    limit: 3,
    retryable: true,
    inProcess: false,
    processed: false,
    processedAt: null,
    lastAttemptedAt: null,
    backoffRequestSeconds: null,
    results: {},
    resultsSize: 2,
    createdAt: AT,
    transitions: index === 0 ? [TRANSITION] : [],
  };
}
