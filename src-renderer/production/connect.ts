/** Opens and closes the connection to a production database. One is open at most; opening another closes it. */
import { engine, onNewLine } from '../api/engine.ts';
import { failureOf } from '../api/failure.ts';
import type { SavedConnection } from '../platform/connections.ts';
import { useDocument } from '../store/document.ts';
import type { ProductionPhase } from '../store/production/production.ts';
import { hideProduction, NO_PRODUCTION, useProduction } from '../store/production/production.ts';
import { forgetTasks } from '../store/production/tasks.ts';
import { useRun } from '../store/run/run.ts';
import { useSelection } from '../store/selection.ts';
import { forgetAnswers } from './question.ts';
import { readSaved, requestFor } from './saved-connections.ts';

let opening = new AbortController();
/** Of whose role somebody said that it may be used although it can write; asked once in the life of the window. */
const allowed = new Set<string>();

export async function connect(saved: SavedConnection): Promise<void> {
  disconnect();
  useProduction.setState({ isShown: true });
  await open(saved);
}

/** The answer to the question about a role that may write. */
export async function connectAnyway(saved: SavedConnection): Promise<void> {
  allowed.add(saved.id);
  await open(saved);
}

/** Also gives up a connection that is being opened. */
export function disconnect(): void {
  opening.abort();
  const { phase } = useProduction.getState();
  if (phase.kind === 'open') close(phase.id);
  forgetAnswers();
  forgetTasks();
  useProduction.setState(NO_PRODUCTION);
}

async function open(saved: SavedConnection): Promise<void> {
  opening.abort();
  opening = new AbortController();
  const { signal } = opening;
  show({ kind: 'opening', saved });
  try {
    const request = await requestFor(saved);
    const { production } = await engine(signal);
    const answer = await production.open({ ...request, anyway: allowed.has(saved.id) }, { signal });
    if (!signal.aborted) show({ ...answer, saved });
    // The answer came after it was given up: nobody would ever close it.
    else if (answer.kind === 'open') close(answer.id);
  } catch (error) {
    if (signal.aborted) return;
    const { message, hint } = failureOf(error);
    show({ kind: 'failed', saved, trouble: { code: 'failed', message, hint: hint ?? 'Try again.' } });
  }
}

function close(connection: string): void {
  // It goes with the line as well: whoever closes it need not wait, nor hear that it was closed already.
  void engine()
    .then(({ production }) => production.close({ connection }))
    .catch(() => {});
}

function show(phase: ProductionPhase): void {
  useProduction.setState({ phase });
}

export function startProduction(): void {
  void readSaved();
  onNewLine(reopen);
  // Whatever is shown of the template itself comes to the front.
  useDocument.subscribe((now, before) => {
    if (now.load !== before.load) hideProduction();
  });
  useRun.subscribe((now, before) => {
    if (now.view !== null && now.view.run !== before.view?.run) hideProduction();
  });
  useSelection.subscribe((now, before) => {
    if (now.turn !== before.turn && now.by !== 'run') hideProduction();
  });
}

/** Connections end with the line they were opened on. */
function reopen(): void {
  const { phase } = useProduction.getState();
  if (phase.kind === 'open' || phase.kind === 'lost') void open(phase.saved);
}
