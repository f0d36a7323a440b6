/** Opens a text as the window would, and takes down every change that a form asks for. */
import { act, fireEvent, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { templateView } from '../../../../../src-engine/api/views/template-view.ts';
import { editTemplate } from '../../../../../src-engine/template/edit/edit-template.ts';
import type { TemplateEdit } from '../../../../../src-engine/template/edit/template-edit.ts';
import { Details } from '../../../../../src-renderer/panels/details/details.tsx';
import type { TaskTab } from '../../../../../src-renderer/panels/details/task/task-tab.ts';
import { useTaskTab } from '../../../../../src-renderer/panels/details/task/task-tab.ts';
import { useDocument } from '../../../../../src-renderer/store/document.ts';
import { selectStep } from '../../../../../src-renderer/store/selection.ts';
import type { EditOutcome } from '../../../../../src-renderer/template/change-template.ts';
import { changeTemplate } from '../../../../../src-renderer/template/change-template.ts';
import { show } from '../../support/screen.tsx';

export const TEXT = `name: order
namespace_name: shop
version: 1.0
task_handler_class: Order
default_dependent_system: warehouse
schema:
  type: object
  required: [order_id]
  properties:
    order_id: {type: integer}
    note: {type: string, default: none}
step_templates:
  - name: fetch
    handler_class: Fetch
  - name: pay
    description: Takes the money
    handler_class: Pay
    depends_on_step: fetch
    default_retry_limit: 5
    default_retryable: true
    dependent_system: bank
    handler_config:
      type: api
      url: http://bank
      timeout: 5
  - name: ship
    handler_class: Ship
    depends_on_steps: [pay]
environments:
  production:
    version: 2.0.0
    step_templates:
      - name: pay
        default_retry_limit: 9
  test:
`;

/** Edits since the text was opened, oldest first. To be used with a mocked `change-template.ts`. */
export function fakeChanges(outcome?: EditOutcome): readonly TemplateEdit[] {
  const edits: TemplateEdit[] = [];
  vi.mocked(changeTemplate).mockImplementation((edit) => {
    edits.push(edit);
    return Promise.resolve(outcome ?? carriedOut(edit));
  });
  return edits;
}

function carriedOut(edit: TemplateEdit): EditOutcome {
  const { text, load } = useDocument.getState();
  const result = editTemplate(text, edit);
  if (result.kind === 'changed')
    act(() => useDocument.setState({ text: result.text, load, view: viewOf(result.text) }));
  return result;
}

const viewOf = (text: string) => templateView(text, {});

/** As if somebody had typed it, and it had been read. */
export function setText(text: string): void {
  act(() => useDocument.setState({ text, view: viewOf(text) }));
}

export function openText(text = TEXT): void {
  useDocument.setState(({ load }) => ({
    isOpen: true,
    name: 'order.yaml',
    text,
    load: load + 1,
    view: viewOf(text),
  }));
}

/** The form of a step, once it is there. */
export async function showStep(id: string, text = TEXT): Promise<HTMLElement> {
  openText(text);
  selectStep(id, 'canvas');
  show(<Details />);
  await screen.findByLabelText('handler_class');
  return screen.getByRole('form', { name: 'Step' });
}

export async function showTemplate(tab: TaskTab = 'template', text = TEXT): Promise<HTMLElement> {
  useTaskTab.setState({ tab });
  openText(text);
  show(<Details />);
  await screen.findByRole('group', { name: tab === 'context' ? 'schema' : 'environments' });
  return screen.getByRole('form', { name: 'Template' });
}

/** Types into a field and leaves it. */
export function enter(label: string, text: string): void {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
}

export function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** Chooses from a picker by its label. */
export function pick(label: string, text: string): void {
  const field = screen.getByRole('combobox', { name: label });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: 'Enter' });
}

/** What was started meanwhile is over. */
export async function settled(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, 25));
  });
}
