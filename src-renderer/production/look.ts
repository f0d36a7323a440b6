/** What is asked of the open database, a question for each view. */
import { useDocument } from '../store/document.ts';
import type {
  Drift,
  LentFunction,
  MaskPreview,
  Overview,
  StuckPage,
  TaskDetail,
} from '../store/production/types.ts';
import { Question } from './question.ts';

export const overview = new Question<Overview>();
export const taskDetail = new Question<TaskDetail>();
export const stuck = new Question<StuckPage>();
export const drift = new Question<Drift>();
export const maskPreview = new Question<MaskPreview>();
export const lentFunctions = new Question<readonly LentFunction[]>();

export async function askOverview(hours: number): Promise<void> {
  await overview.ask(String(hours), ({ production, connection, signal }) =>
    production.overview({ connection, hours }, { signal }),
  );
}

export async function askTask(task: string): Promise<void> {
  await taskDetail.ask(task, ({ production, connection, signal }) =>
    production.task({ connection, task }, { signal }),
  );
}

export async function askStuck(): Promise<void> {
  await stuck.ask('all', ({ production, connection, signal }) =>
    production.stuck({ connection }, { signal }),
  );
}

/** Adds the next page to what is there. */
export async function askMoreStuck(): Promise<void> {
  const { value } = stuck.use.getState();
  if (value?.next == null) return askStuck();
  const after = value.next;
  await stuck.ask('all', async ({ production, connection, signal }) => {
    const page = await production.stuck({ connection, after }, { signal });
    return { ...page, steps: [...value.steps, ...page.steps], looked: value.looked + page.looked };
  });
}

/** Of the template that is open, as its text is now. */
export async function askDrift(): Promise<void> {
  const { text, environment } = useDocument.getState();
  await drift.ask('template', ({ production, connection, signal }) =>
    production.drift({ connection, text, ...(environment === null ? {} : { environment }) }, { signal }),
  );
}

export async function askMaskPreview(task: string): Promise<void> {
  await maskPreview.ask(task, ({ production, connection, signal }) =>
    production.maskPreview({ connection, task }, { signal }),
  );
}

/** The functions that decide there, as text. */
export async function askLentFunctions(): Promise<void> {
  await lentFunctions.ask('all', ({ production, connection, signal }) =>
    production.functions({ connection }, { signal }),
  );
}
