/** The run that a question is about, or the error that says why there is none. */
import type { RunDesk } from '../../simulate/session/run-desk.ts';
import type { RunSession } from '../../simulate/session/run-session.ts';

export function found(desk: RunDesk, id: string, errors: { readonly NO_SUCH_RUN: () => Error }): RunSession {
  const session = desk.find(id);
  if (session === null) throw errors.NO_SUCH_RUN();
  return session;
}

export function underWay(
  desk: RunDesk,
  id: string,
  errors: { readonly NO_SUCH_RUN: () => Error; readonly RUN_OVER: () => Error },
): RunSession {
  const session = found(desk, id, errors);
  if (session.isOver) throw errors.RUN_OVER();
  return session;
}
