import { beforeEach, expect, test } from 'vitest';
import { templateView } from '../../../src-engine/api/views/template-view.ts';
import type { Fix } from '../../../src-engine/template/problem.ts';
import { actionsIn, offerFixes } from '../../../src-renderer/editor/features/quick-fixes.ts';
import { useDocument } from '../../../src-renderer/store/document.ts';
import { rememberSource } from '../../../src-renderer/template/view-source.ts';

const TEXT = `name: order
version: 1.0
task_handler_class: OrderHandler
default_dependent_system: shop
step_templates:
  - name: pay
    handler_class: PayHandler
    default_retry_limit: 0
`;

const line = (number: number, column = 1) => ({
  startLineNumber: number,
  startColumn: column,
  endLineNumber: number,
  endColumn: 80,
});

beforeEach(() => {
  const view = templateView(TEXT);
  useDocument.setState({ text: TEXT, isOpen: true, load: 1, view });
  rememberSource(view, { text: TEXT, load: 1 });
});

test('where a problem is squiggled, its fixes are offered, the usual one first and preferred', () => {
  const [first, ...others] = actionsIn(line(2));
  expect(first).toMatchObject({
    title: expect.stringMatching(/quote/i),
    kind: 'quickfix',
    isPreferred: true,
  });
  const silences = others.filter(({ title }) => title.startsWith('Silence'));
  expect(silences.map(({ isPreferred }) => isPreferred)).toEqual([false, false]);
});

test('a warning can also be silenced in its line', () => {
  const titles = actionsIn(line(8)).map(({ title }) => title);
  expect(titles).toContain('Silence no-attempts in this line');
});

test('where there is no problem, nothing is offered', () => {
  expect(actionsIn(line(3))).toEqual([]);
});

test('of an older text nothing is offered: its places mean something else', () => {
  useDocument.setState({ text: `# new\n${TEXT}` });
  expect(actionsIn(line(2))).toEqual([]);
});

test('a chosen fix is applied', () => {
  const applied: Fix[] = [];
  const commands: ((accessor: unknown, fix: Fix) => void)[] = [];
  offerFixes(
    { registerCommand: (_, run) => commands.push(run), registerCodeActionProvider: () => {} },
    (fix) => applied.push(fix),
  );
  const fix: unknown = actionsIn(line(2))[0]?.command?.arguments?.[0];
  commands[0]?.(null, fix as Fix);
  expect(applied).toEqual([fix]);
});
