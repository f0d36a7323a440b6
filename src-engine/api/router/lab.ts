/** Stops, forks, comparisons, rows and tests. */
import { isoTime } from '../../run/time/virtual-time.ts';
import { compareRuns } from '../../simulate/lab/compare-runs.ts';
import type { ComparedRun } from '../../simulate/lab/compare-runs.ts';
import { ForkRefused } from '../../simulate/lab/fork-session.ts';
import { runTest } from '../../simulate/lab/run-test.ts';
import { seek } from '../../simulate/lab/stopping/seek.ts';
import { queryMoment, rowsAt } from '../../simulate/session/moment-rows.ts';
import type { RunDesk } from '../../simulate/session/run-desk.ts';
import type { RunSession } from '../../simulate/session/run-session.ts';
import { QueryRefused } from '../../store/calls/read-only-query.ts';
import { found, underWay } from './find-run.ts';
import { os } from './implementer.ts';
import { checkSource } from '../../simulate/check-source.ts';

const { runs } = os;

export function labProcedures(desk: RunDesk) {
  return { ...goingOn(desk), ...branching(desk), ...looking(desk) };
}

function goingOn(desk: RunDesk) {
  return {
    list: runs.list.handler(() => desk.sessions.map(({ view }) => view)),
    advance: runs.advance.handler(async ({ input, errors }) => {
      const session = underWay(desk, input.run, errors);
      await session.advance(input.until);
      return session.view;
    }),
    seek: runs.seek.handler(async ({ input, errors }) => {
      const session = found(desk, input.run, errors);
      return { seq: await seek(session, input, desk.breakpoints) };
    }),
    setBreakpoints: runs.setBreakpoints.handler(({ input }) => ({
      problems: [...desk.setBreakpoints(input.breakpoints)],
    })),
  };
}

function branching(desk: RunDesk) {
  return {
    fork: runs.fork.handler(async ({ input, errors }) => {
      const parent = found(desk, input.run, errors);
      const { text, environment } = parent.source;
      const checked =
        input.scenario === undefined
          ? null
          : await checkSource({ text, environment, scenario: input.scenario });
      if (checked !== null && checked.kind !== 'ready') {
        throw errors.SCENARIO_INVALID({ data: { problems: [...checked.problems] } });
      }
      const scenario =
        checked === null
          ? undefined
          : {
              value: checked.source.scenario,
              name: checked.source.scenarioName ?? input.scenario?.name ?? '',
            };
      try {
        return (await desk.fork(parent, { ...input, scenario })).view;
      } catch (error) {
        if (error instanceof ForkRefused) throw errors.BAD_FORK({ message: error.message });
        throw error;
      }
    }),
    beside: runs.beside.handler(async ({ input, errors }) => {
      const session = found(desk, input.run, errors);
      return (await desk.beside(session, input.profile, { speed: input.speed, paused: false })).view;
    }),
    drop: runs.drop.handler(async ({ input, errors }) => {
      const session = found(desk, input.run, errors);
      if (session.origin.parent === null) {
        throw errors.BAD_FORK({ message: 'The run that was started stays until another one is.' });
      }
      await desk.drop(session);
      return {};
    }),
    compare: runs.compare.handler(async ({ input, errors }) => {
      const [left, right] = [found(desk, input.left, errors), found(desk, input.right, errors)];
      return compareRuns(await compared(left), await compared(right));
    }),
  };
}

async function compared(session: RunSession): Promise<ComparedRun> {
  const { view, source } = session;
  return {
    run: view.run,
    profile: view.profile,
    outcome: view.outcome,
    startMs: session.settings.startMs,
    events: await session.readEvents(0, view.events),
    steps: source.template.steps.map(({ name }) => name),
  };
}

function looking(desk: RunDesk) {
  return {
    rows: runs.rows.handler(async ({ input, errors }) => {
      const session = found(desk, input.run, errors);
      const answer = await rowsAt({ session, worlds: await desk.worlds(), after: input.after });
      return answer === null ? null : { ...answer, now: isoTime(answer.nowMs) };
    }),
    retryTimes: runs.retryTimes.handler(({ input, errors }) => retryTimes(found(desk, input.run, errors))),
    query: runs.query.handler(async ({ input, errors }) => {
      const session = found(desk, input.run, errors);
      try {
        return await queryMoment({ session, worlds: await desk.worlds(), after: input.after }, input.sql);
      } catch (error) {
        if (!(error instanceof QueryRefused)) throw error;
        const { message, position, hint } = error;
        throw errors.QUERY_FAILED({ message, data: { position, hint } });
      }
    }),
  };
}

function retryTimes({ start, settings }: RunSession) {
  if (start.kind !== 'prepared') return [];
  const { run } = start.run;
  return [...run.retryTimes].flatMap(([id, times]) =>
    [...times].map(([attempt, at]) => ({
      step: run.step(id).template.name,
      attempt,
      atMs: at - settings.startMs,
    })),
  );
}

export function testProcedures(desk: RunDesk) {
  return {
    run: os.tests.run.handler(async ({ input, errors, signal }) => {
      const checked = await checkSource(input);
      if (checked.kind !== 'ready') {
        const data = { problems: [...checked.problems] };
        throw checked.kind === 'bad_template'
          ? errors.TEMPLATE_INVALID({ data })
          : errors.SCENARIO_INVALID({ data });
      }
      const { source } = checked;
      return desk.inTurn(async () =>
        runTest(await desk.worlds(), source, { profile: input.profile, signal }),
      );
    }),
  };
}
