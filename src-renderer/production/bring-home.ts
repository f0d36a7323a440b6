/** Copies a task of production into the sandbox and shows it there: its template, its scenario, and the run at its moment. */
import { newScenario } from '../document/scenario-files.ts';
import { mayReplace } from '../document/ask-unsaved.ts';
import { showDocument } from '../document/open-document.ts';
import { rememberScenario } from '../run/run-scenarios.ts';
import { notify } from '../store/notices.ts';
import { showTask } from '../store/production/production.ts';
import type { BringHome, TaskRow } from '../store/production/types.ts';
import { setPreferences } from '../store/preferences.ts';
import { showRun } from '../store/run/run.ts';
import type { Asking } from './question.ts';
import { Question } from './question.ts';

type Home = Awaited<ReturnType<typeof call>>;

export const home = new Question<Home>();

/** True when it is there. What goes wrong stays in `home`. */
export async function bringHome(row: TaskRow, wish: BringHome): Promise<boolean> {
  if (!(await mayReplace())) return false;
  const brought = await home.ask(wish.task, (asking) => call(asking, wish));
  if (brought === null) return false;
  // The copy is of somebody's data: it is not kept a second time.
  home.forget();
  show(row, brought);
  return true;
}

function call({ production, connection, signal }: Asking, wish: BringHome) {
  return production.bringHome({ connection, ...wish }, { signal });
}

function show({ task, name }: TaskRow, { run, template, scenario }: Home): void {
  showDocument({
    source: { kind: 'untitled' },
    name: `task-${task}-${name}.yaml`,
    text: template,
    // It is in no file: closing the window asks about it.
    savedText: '',
    version: null,
    draftKey: `untitled:${crypto.randomUUID()}`,
  });
  const added = newScenario(`Task ${task} as it stood`, scenario);
  rememberScenario(run.run, { text: scenario, name: added.title });
  showRun(run);
  setPreferences({ bottomTab: 'timeline', showsPanel: true, showsDetails: true });
  showTask(null);
  notify({
    kind: 'success',
    title: `Task ${task} is in the sandbox`,
    detail: 'It stands at its moment, paused. Nothing that happens here reaches production.',
  });
}
