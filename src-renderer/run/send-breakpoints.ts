/** Tells the engine the breakpoints of the open template whenever they, the template or the line to the engine change. */
import { engine, onNewLine } from '../api/engine.ts';
import { breakpointsOf, useBreakpointProblems, useBreakpoints } from '../store/run/breakpoints.ts';
import { useDocument } from '../store/document.ts';

export function startSendingBreakpoints(): void {
  // An engine may have been told others by a window that is gone: a new line is told in any case.
  let last = '[]';
  const send = async (isNewLine: boolean): Promise<void> => {
    const breakpoints = breakpointsOf(templateKey());
    const key = JSON.stringify(breakpoints);
    if (key === last && !isNewLine) return;
    last = key;
    try {
      const { problems } = await (await engine()).runs.setBreakpoints({ breakpoints: [...breakpoints] });
      useBreakpointProblems.setState({ problems: new Map(problems.map(({ id, message }) => [id, message])) });
    } catch {
      // The line broke: the next one is told anew.
      last = 'unknown';
    }
  };
  useBreakpoints.subscribe(() => void send(false));
  useDocument.subscribe(() => void send(false));
  onNewLine(() => void send(true));
}

/** Names the template that is open. */
export function templateKey(): string {
  const { view, name } = useDocument.getState();
  return `${view.namespace ?? ''}/${view.name ?? name}`;
}
