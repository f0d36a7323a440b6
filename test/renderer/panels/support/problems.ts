/** Problems and steps of templates nobody wrote. */
import type { StepNode, TemplateView } from '../../../../src-engine/api/contract/template-schemas.ts';
import type { Problem, Severity } from '../../../../src-engine/template/problem.ts';
import { EMPTY_VIEW, useDocument } from '../../../../src-renderer/store/document.ts';

export function problem(severity: Severity, offset: number, path = ''): Problem {
  return {
    code: 'some-code',
    severity,
    message: 'Something is wrong',
    hint: 'Mend it',
    path,
    line: 1,
    column: offset + 1,
    offset,
    length: 3,
  };
}

export function step(name: string, path = `/step_templates/${name}`, level = 0): StepNode {
  const range = { offset: 10, length: name.length };
  return { id: name, name, level, path, nameRange: range, stepRange: range };
}

export function openTemplate(view: Partial<TemplateView>): void {
  useDocument.setState({ isOpen: true, name: 'order.yaml', view: { ...EMPTY_VIEW, ...view } });
}
