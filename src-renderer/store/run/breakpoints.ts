/** Where runs stop by themselves: kept by the browser for each template, because names of steps mean nothing elsewhere. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Breakpoint } from '../../../src-engine/api/contract/lab-schemas.ts';

export type { Breakpoint } from '../../../src-engine/api/contract/lab-schemas.ts';

interface Kept {
  /** By namespace and name of the template. */
  readonly byTemplate: Readonly<Record<string, readonly Breakpoint[]>>;
}

export const useBreakpoints = create<Kept>()(
  persist(() => ({ byTemplate: {} }), { name: 'tasker-workbench:breakpoints', version: 1 }),
);

/** What is wrong with a breakpoint, by its id; told by the engine. */
export const useBreakpointProblems = create<{ readonly problems: ReadonlyMap<string, string> }>(() => ({
  problems: new Map(),
}));

export function breakpointsOf(template: string): readonly Breakpoint[] {
  return useBreakpoints.getState().byTemplate[template] ?? NONE;
}

const NONE: readonly Breakpoint[] = [];

export function setBreakpoints(template: string, breakpoints: readonly Breakpoint[]): void {
  useBreakpoints.setState(({ byTemplate }) => ({ byTemplate: { ...byTemplate, [template]: breakpoints } }));
}

export function addBreakpoint(template: string, breakpoint: Omit<Breakpoint, 'id' | 'isEnabled'>): void {
  const added = { id: crypto.randomUUID(), isEnabled: true, ...breakpoint };
  setBreakpoints(template, [...breakpointsOf(template), added]);
}

/** Stops whenever the step moves, or no longer. */
export function toggleStepBreakpoint(template: string, step: string): void {
  const all = breakpointsOf(template);
  const others = all.filter((each) => !isOfStepAlone(each, step));
  if (others.length < all.length) setBreakpoints(template, others);
  else addBreakpoint(template, { step });
}

function isOfStepAlone({ step, event, state, attempt, expression }: Breakpoint, name: string): boolean {
  return (
    step === name &&
    event === undefined &&
    state === undefined &&
    attempt === undefined &&
    expression === undefined
  );
}
