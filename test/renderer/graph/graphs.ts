/** Builders of what the canvas is given. */
import type { StepNode, TemplateView } from '../../../src-engine/api/contract/template-schemas.ts';

const NOWHERE = { offset: 0, length: 0 };

export function stepNode(name: string, index: number, rest: Partial<StepNode> = {}): StepNode {
  const path = `/step_templates/${index}`;
  return { id: name, name, level: 0, path, nameRange: NOWHERE, stepRange: NOWHERE, ...rest };
}

/** @param parents For each step, in order, the steps it waits for. */
export function viewOf(
  parents: Readonly<Record<string, readonly string[]>>,
  rest: Partial<TemplateView> = {},
): TemplateView {
  return {
    isValid: true,
    isBroken: false,
    environments: [],
    problems: [],
    steps: Object.keys(parents).map((name, index) => stepNode(name, index)),
    edges: Object.entries(parents).flatMap(([to, list]) => list.map((from) => ({ from, to }))),
    cycles: [],
    criticalPath: [],
    ...rest,
  };
}
