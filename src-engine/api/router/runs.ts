/** Runs: one at a time, controlled, watched and asked about. */
import { answerReadiness, answerTask } from '../../simulate/session/answers.ts';
import type { RunDesk } from '../../simulate/session/run-desk.ts';
import { watchRun } from '../../simulate/session/watch-run.ts';
import { templateView } from '../views/template-view.ts';
import { found, underWay } from './find-run.ts';
import { os } from './implementer.ts';
import { labProcedures } from './lab.ts';
import { checkSource } from '../../simulate/check-source.ts';
import { parseOptions } from '../../template/parse-options.ts';

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
    ...labProcedures(desk),
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
    task: runs.task.handler(async ({ input, errors }) => {
      const session = found(desk, input.run, errors);
      return answerTask({ session, worlds: await desk.worlds(), after: input.after });
    }),
    readiness: runs.readiness.handler(async ({ input, errors }) => {
      const session = found(desk, input.run, errors);
      return answerReadiness({ session, worlds: await desk.worlds(), after: input.after }, input.steps);
    }),
    graph: runs.graph.handler(({ input, errors }) => {
      const { text, environment } = found(desk, input.run, errors).source;
      return templateView(text, parseOptions(environment));
    }),
    report: runs.report.handler(({ input, errors }) => found(desk, input.run, errors).report),
  };
}
