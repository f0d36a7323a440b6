/** Runs: one at a time, controlled, watched and asked about. */
import { answerReadiness, answerTask } from '../../simulate/session/answers.ts';
import type { RunDesk } from '../../simulate/session/run-desk.ts';
import type { RunSession } from '../../simulate/session/run-session.ts';
import { watchRun } from '../../simulate/session/watch-run.ts';
import { templateView } from '../views/template-view.ts';
import { os } from './implementer.ts';
import { labProcedures } from './lab.ts';
import { checkSource } from './run-request.ts';
import { parseOptions } from './templates.ts';

const { runs } = os;

export function runProcedures(desk: RunDesk, newsEveryMs: number) {
  return {
    start: runs.start.handler(async ({ input, errors }) => {
      const checked = await checkSource(input);
      if (checked.kind !== 'ready') {
        const data = { problems: [...checked.problems] };
        throw checked.kind === 'bad_template'
          ? errors.TEMPLATE_INVALID({ data })
          : errors.SCENARIO_INVALID({ data });
      }
      const { seed, profile, speed, paused } = input;
      return (await desk.start({ source: checked.source, seed, profile, speed, paused })).view;
    }),
    current: runs.current.handler(() => desk.current?.view ?? null),
    ...controls(desk),
    // Not a generator itself: an unknown run is said at once, not when the first message is asked for.
    watch: runs.watch.handler(async ({ input, errors, signal }) =>
      watchRun(found(desk, input.run, errors), { after: input.after, everyMs: newsEveryMs, signal }),
    ),
    ...questions(desk),
    ...labProcedures(),
  };
}

function controls(desk: RunDesk) {
  return {
    pause: runs.pause.handler(({ input, errors }) => {
      const session = found(desk, input.run, errors);
      session.pause();
      return session.view;
    }),
    resume: runs.resume.handler(({ input, errors }) => {
      const session = underWay(desk, input.run, errors);
      session.resume();
      return session.view;
    }),
    step: runs.step.handler(async ({ input, errors }) => {
      const session = underWay(desk, input.run, errors);
      await session.step();
      return session.view;
    }),
    stop: runs.stop.handler(async ({ input, errors }) => {
      const session = found(desk, input.run, errors);
      await session.stop();
      return session.view;
    }),
    setSpeed: runs.setSpeed.handler(({ input, errors }) => {
      const session = found(desk, input.run, errors);
      session.setSpeed(input.speed);
      return session.view;
    }),
  };
}

function questions(desk: RunDesk) {
  return {
    task: runs.task.handler(({ input, errors }) => answerTask(found(desk, input.run, errors))),
    readiness: runs.readiness.handler(({ input, errors }) =>
      answerReadiness(found(desk, input.run, errors), input.steps),
    ),
    graph: runs.graph.handler(({ input, errors }) => {
      const { text, environment } = found(desk, input.run, errors).source;
      return templateView(text, parseOptions(environment));
    }),
    report: runs.report.handler(({ input, errors }) => found(desk, input.run, errors).report),
  };
}

function found(desk: RunDesk, id: string, errors: { readonly NO_SUCH_RUN: () => Error }): RunSession {
  const session = desk.find(id);
  if (session === null) throw errors.NO_SUCH_RUN();
  return session;
}

function underWay(
  desk: RunDesk,
  id: string,
  errors: { readonly NO_SUCH_RUN: () => Error; readonly RUN_OVER: () => Error },
): RunSession {
  const session = found(desk, id, errors);
  if (session.isOver) throw errors.RUN_OVER();
  return session;
}
