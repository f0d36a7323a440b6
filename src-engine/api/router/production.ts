/** Production databases: opened, looked into, never written to. */
import { bringHome } from '../../production/bring-home.ts';
import { driftOf } from '../../inspect/production/drift.ts';
import { followTasks } from '../../production/follow.ts';
import { keysOf } from '../../inspect/production/masking.ts';
import { overview } from '../../production/overview.ts';
import type { ProductionDesk } from '../../production/production-desk.ts';
import { factsOf } from '../../production/production-desk.ts';
import { inWords } from '../../inspect/production/stuck-words.ts';
import { checkKey, noSuchTask, taskDetail } from '../../production/task-detail.ts';
import { taskPage } from '../../production/task-page.ts';
import { AdoptionRefused } from '../../simulate/adopt/adopt-session.ts';
import type { RunDesk } from '../../simulate/session/run-desk.ts';
import type { ProductionDatabase } from '../../store/production/production-database.ts';
import { Trouble } from '../../store/production/reach/trouble.ts';
import { lentFunctions, lentStatements } from '../../store/production/detect/lent-functions.ts';
import { readKnownTask } from '../../store/production/rows/known-task.ts';
import { readStuck } from '../../store/production/rows/stuck-rows.ts';
import { readTaskCopy } from '../../store/production/rows/task-copy.ts';
import { parseTemplate } from '../../template/parse-template.ts';
import { os } from './implementer.ts';
import { parseOptions } from '../../template/parse-options.ts';

const { production } = os;

export function productionProcedures(desk: ProductionDesk, runs: RunDesk) {
  return { ...connecting(desk), ...looking(desk, runs), ...comparing(desk), ...copying(desk, runs) };
}

interface Errors {
  readonly NO_SUCH_CONNECTION: () => Error;
  readonly INSPECTION_FAILED: (given: {
    readonly message: string;
    readonly data: { readonly code: string; readonly hint: string };
  }) => Error;
}

/** Runs what reads, and says what went wrong in the words of the contract. */
async function inspecting<T>(
  desk: ProductionDesk,
  connection: string,
  errors: Errors,
  work: (database: ProductionDatabase) => Promise<T>,
): Promise<T> {
  const database = desk.find(connection);
  if (database === undefined) throw errors.NO_SUCH_CONNECTION();
  try {
    return await work(database);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    const { message, code, hint } = error;
    throw errors.INSPECTION_FAILED({ message, data: { code, hint } });
  }
}

function connecting(desk: ProductionDesk) {
  return {
    check: production.check.handler(async ({ input, signal }) => {
      const connected = await desk.connect(input, signal);
      if (connected instanceof Trouble) return { kind: 'failed' as const, trouble: inContract(connected) };
      const facts = factsOf(connected);
      await connected.close();
      return { kind: 'ok' as const, facts };
    }),
    open: production.open.handler(async ({ input, signal }) => {
      const opening = await desk.open(input, input.anyway, signal);
      if (opening.kind === 'failed') return { kind: 'failed' as const, trouble: inContract(opening.trouble) };
      const facts = factsOf(opening.database);
      return opening.kind === 'open'
        ? { kind: 'open' as const, id: opening.id, facts }
        : { kind: 'writable' as const, facts };
    }),
    close: production.close.handler(async ({ input }) => {
      await desk.close(input.connection);
      return {};
    }),
  };
}

function inContract({ code, message, hint }: Trouble) {
  return { code, message, hint };
}

function looking(desk: ProductionDesk, runs: RunDesk) {
  return {
    overview: production.overview.handler(({ input, errors, signal }) =>
      inspecting(desk, input.connection, errors, (database) => overview(database, input.hours, signal)),
    ),
    tasks: production.tasks.handler(({ input, errors, signal }) =>
      inspecting(desk, input.connection, errors, (database) => taskPage(database, input, signal)),
    ),
    stuck: production.stuck.handler(({ input, errors, signal }) =>
      inspecting(desk, input.connection, errors, async (database) => {
        const { installation } = database.production;
        if (input.after !== undefined) checkKey(database, input.after);
        const { rows, next, looked } = await database.reading(
          (reader, names) => readStuck(reader, names, installation, { after: input.after ?? null }),
          { signal },
        );
        const steps = rows.map((row) => inWords(row, installation));
        return { steps: steps.map((step) => ({ ...step, actions: [...step.actions] })), next, looked };
      }),
    ),
    task: production.task.handler(({ input, errors, signal }) =>
      inspecting(desk, input.connection, errors, (database) =>
        taskDetail(database, runs, input.task, signal),
      ),
    ),
    follow: production.follow.handler(({ input, errors, signal }) =>
      inspecting(desk, input.connection, errors, async (database) =>
        inMessages(database, input.filter, signal),
      ),
    ),
  };
}

async function* inMessages(
  database: ProductionDatabase,
  filter: Parameters<typeof followTasks>[1],
  signal: AbortSignal | undefined,
) {
  for await (const news of followTasks(database, filter, signal)) {
    if (news.kind === 'trouble') yield { ...news, trouble: inContract(news.trouble) };
    else yield { ...news, rows: news.rows.map((row) => ({ ...row, steps: [...row.steps] })) };
  }
}

function comparing(desk: ProductionDesk) {
  return {
    drift: production.drift.handler(({ input, errors, signal }) => {
      const parsed = parseTemplate(input.text, parseOptions(input.environment));
      if (parsed.kind === 'rejected') {
        throw errors.TEMPLATE_INVALID({ data: { problems: [...parsed.problems] } });
      }
      const { template } = parsed;
      const asked = { namespace: template.namespaceName, name: template.name, version: template.version };
      return inspecting(desk, input.connection, errors, (database) =>
        database.reading(
          async (reader, names) => {
            const known = await readKnownTask(reader, names, asked);
            const last = known.last === null ? null : await readTaskCopy(reader, names, known.last);
            return {
              known: known.isKnown,
              versions: [...known.versions],
              comparedTask: last?.id ?? null,
              rows: [...driftOf(template, known, last)],
            };
          },
          { signal },
        ),
      );
    }),
  };
}

function copying(desk: ProductionDesk, runs: RunDesk) {
  const copyOf = async (database: ProductionDatabase, task: string, signal: AbortSignal | undefined) => {
    checkKey(database, task);
    const copy = await database.reading((reader, names) => readTaskCopy(reader, names, task), { signal });
    if (copy === null) throw noSuchTask(task);
    return copy;
  };
  return {
    functions: production.functions.handler(({ input, errors }) =>
      inspecting(desk, input.connection, errors, async (database) =>
        lentFunctions(database.production.installation).map((each) => ({
          ...each,
          problems: [...each.problems],
        })),
      ),
    ),
    maskPreview: production.maskPreview.handler(({ input, errors, signal }) =>
      inspecting(desk, input.connection, errors, async (database) => {
        const copy = await copyOf(database, input.task, signal);
        const bytes = copy.contextSize + copy.steps.reduce((sum, { resultsSize }) => sum + resultsSize, 0);
        return { keys: [...keysOf(copy)], bytes };
      }),
    ),
    bringHome: production.bringHome.handler(({ input, errors, signal }) =>
      inspecting(desk, input.connection, errors, async (database) => {
        if (database.production.installation.generation === 'core')
          throw errors.BAD_FORK({ message: OTHER_ENGINE });
        try {
          const copy = await copyOf(database, input.task, signal);
          const lent =
            input.functions === 'production' ? lentStatements(database.production.installation) : null;
          const { session, template, scenario } = await bringHome(runs, copy, { ...input, lent });
          return { run: session.view, template, scenario };
        } catch (error) {
          if (error instanceof AdoptionRefused) throw errors.BAD_FORK({ message: error.message });
          throw error;
        }
      }),
    ),
  };
}

const OTHER_ENGINE =
  'Tasks of tasker-core run on another engine, with other states and rules: what they would do next cannot be simulated here.';
