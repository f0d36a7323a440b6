/**
 * Where a run stops by itself. A breakpoint is a pattern over an event; its expression is CEL, which has no loops and reaches
 * nothing but what it is given, so none can hold the engine up or change anything.
 */
import { Environment } from '@marcbachmann/cel-js';
import type { Breakpoint, BreakpointProblem } from '../../../api/contract/lab-schemas.ts';
import type { LoggedEvent } from '../../../events/event.ts';

type Matches = (event: LoggedEvent, startMs: number) => boolean;

interface Compiled {
  readonly id: string;
  readonly fromHit: number;
  readonly matches: Matches;
}

export interface CompiledBreakpoints {
  readonly all: readonly Compiled[];
  readonly problems: readonly BreakpointProblem[];
}

export const NO_BREAKPOINTS: CompiledBreakpoints = { all: [], problems: [] };

const MOST_NODES = 500;
const DEEPEST = 50;
const MOST_PARTS = 100;

const environment = new Environment({
  limits: {
    maxAstNodes: MOST_NODES,
    maxDepth: DEEPEST,
    maxListElements: MOST_PARTS,
    maxMapEntries: MOST_PARTS,
    maxCallArguments: MOST_PARTS,
  },
})
  .registerVariable('payload', 'map')
  .registerVariable('name', 'string')
  .registerVariable('seq', 'int')
  .registerVariable('at', 'double');

/** Those that are off are left out; those with a problem as well, and the problem says why. */
export function compileBreakpoints(breakpoints: readonly Breakpoint[]): CompiledBreakpoints {
  const all: Compiled[] = [];
  const problems: BreakpointProblem[] = [];
  for (const breakpoint of breakpoints) {
    const expression = compileExpression(breakpoint.expression);
    if (typeof expression === 'string') problems.push({ id: breakpoint.id, message: expression });
    else if (breakpoint.isEnabled) {
      const { id, fromHit = 1 } = breakpoint;
      all.push({
        id,
        fromHit,
        matches: (event, start) => fits(breakpoint, event) && expression(event, start),
      });
    }
  }
  return { all, problems };
}

/** Counts the hits of one run, so that a breakpoint can wait for the third. */
export class HitCounter {
  readonly #counts = new Map<string, number>();

  /** The first breakpoint at which a run stops after this event; null when it goes on. */
  stopAt({ all }: CompiledBreakpoints, event: LoggedEvent, startMs: number): string | null {
    let stop: string | null = null;
    for (const { id, fromHit, matches } of all) {
      if (!matches(event, startMs)) continue;
      const count = (this.#counts.get(id) ?? 0) + 1;
      this.#counts.set(id, count);
      if (count >= fromHit) stop ??= id;
    }
    return stop;
  }
}

function fits({ event, step, state, attempt }: Breakpoint, { name, payload }: LoggedEvent): boolean {
  return (
    (event === undefined || fitsName(event, name)) &&
    (step === undefined || payload['step_name'] === step) &&
    (state === undefined || payload['to_state'] === state) &&
    (attempt === undefined || payload['attempt_number'] === attempt)
  );
}

/** `*` stands for anything. */
function fitsName(pattern: string, name: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === name;
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || !name.slice(first.length).endsWith(last)) return false;
  let from = first.length;
  return rest.every((part) => {
    const found = name.indexOf(part, from);
    from = found + part.length;
    return found >= 0 && from <= name.length - last.length;
  });
}

/** A sentence when it is no expression. A key that an event has not makes it no match, not an error. */
function compileExpression(text: string | undefined): Matches | string {
  if (text === undefined || text.trim() === '') return () => true;
  try {
    const parsed = environment.parse(text);
    const check = parsed.check();
    if (!check.valid) return oneLine(check.error?.message ?? 'It is no expression.');
    if (check.type !== 'bool' && check.type !== 'dyn') {
      return `It gives ${check.type ?? 'something else'}, and should say yes or no: compare it with something.`;
    }
    return ({ payload, name, seq, at }, startMs) => {
      try {
        const since = (Date.parse(at) - startMs) / 1_000;
        return parsed({ payload, name, seq: BigInt(seq), at: since }) === true;
      } catch {
        return false;
      }
    };
  } catch (error) {
    return oneLine(error instanceof Error ? error.message : String(error));
  }
}

function oneLine(message: string): string {
  const [first = ''] = message.split('\n');
  return first.endsWith('.') ? first : `${first}.`;
}
