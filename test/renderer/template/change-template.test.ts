import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { templateView } from '../../../src-engine/api/views/template-view.ts';
import { readOutline } from '../../../src-engine/template/outline.ts';
import { changeText } from '../../../src-engine/template/edit/text-change.ts';
import { setTextHandle } from '../../../src-renderer/editor/editor-commands.ts';
import { EMPTY_VIEW, setText, useDocument } from '../../../src-renderer/store/document.ts';
import { useNotices } from '../../../src-renderer/store/notices.ts';
import { moveCards, showPositions, usePositions } from '../../../src-renderer/store/positions.ts';
import { showRun } from '../../../src-renderer/store/run/run.ts';
import { applyFix, silenceFix } from '../../../src-renderer/template/apply-fix.ts';
import { changeTemplate, copyOfSteps } from '../../../src-renderer/template/change-template.ts';
import { parseNow, startParsing } from '../../../src-renderer/template/start-parsing.ts';
import { runWith } from '../canvas/page.ts';

vi.mock('../../../src-renderer/editor/load-editor.ts', () => ({ loadEditor: () => Promise.resolve({}) }));

const TEXT = `name: order # the order
task_handler_class: OrderHandler
default_dependent_system: shop
step_templates:
  - name: pay
    handler_class: PayHandler
  - name: ship # by truck
    handler_class: ShipHandler
`;

let stop = (): void => {};
/** What somebody types while an edit is under way. */
let typed: string | null = null;

beforeEach(() => {
  typed = null;
  useNotices.setState({ notices: [] });
  showRun(null);
  useDocument.setState(({ load }) => ({
    text: TEXT,
    savedText: TEXT,
    isOpen: true,
    load: load + 1,
    view: EMPTY_VIEW,
  }));
  stop = startParsing({
    startWorker: () => {
      throw new Error('no workers here');
    },
    readHere: ({ text }) => Promise.resolve(templateView(text)),
  });
  setTextHandle({
    applyEdits: (changes) => {
      const changed = changeText(useDocument.getState().text, changes);
      if (changed.kind === 'refused') return false;
      setText(changed.text);
      parseNow();
      return true;
    },
    undo: () => {},
    redo: () => {},
    remember: () => {},
  });
});

afterEach(() => stop());

const text = (): string => useDocument.getState().text;

test('an edit is a small change of the text; comments stay, and the views know of it when it is done', async () => {
  const outcome = await changeTemplate({ kind: 'connect', from: 'pay', to: 'ship' });
  expect(outcome.kind).toBe('changed');
  expect(readOutline(text()).steps[1]?.dependsOn).toEqual(['pay']);
  expect(text()).toContain('# the order');
  expect(text()).toContain('# by truck');
  expect(useDocument.getState().view.edges).toEqual([{ from: 'pay', to: 'ship' }]);
});

test('edits are made one after another, each on what the one before left', async () => {
  await Promise.all([
    changeTemplate({ kind: 'rename-step', step: 'pay', name: 'charge' }),
    changeTemplate({ kind: 'connect', from: 'charge', to: 'ship' }),
  ]);
  expect(useDocument.getState().view.edges).toEqual([{ from: 'charge', to: 'ship' }]);
});

test('what is typed meanwhile is not lost: the edit is made anew on the newer text', async () => {
  const work = changeTemplate({ kind: 'connect', from: 'pay', to: 'ship' });
  await Promise.resolve();
  typed = `# typed meanwhile\n${TEXT}`;
  setText(typed);
  expect((await work).kind).toBe('changed');
  expect(text()).toMatch(/^# typed meanwhile\n/);
  expect(useDocument.getState().view.edges).toHaveLength(1);
});

test('what cannot be done is told with the reason, and changes nothing', async () => {
  const outcome = await changeTemplate({ kind: 'connect', from: 'pay', to: 'pay' });
  expect(outcome.kind).toBe('refused');
  expect(useNotices.getState().notices[0]?.title).toMatch(/itself/);
  expect(text()).toBe(TEXT);
});

test('while a run is under way the template is left alone', async () => {
  runWith({ pay: { state: 'in_progress' } });
  const outcome = await changeTemplate({ kind: 'connect', from: 'pay', to: 'ship' });
  expect(outcome).toMatchObject({ kind: 'refused', message: 'A run is under way.' });
  expect(text()).toBe(TEXT);
});

test('a fix of places in the text is refused once the text is another one', async () => {
  await vi.waitFor(() => expect(useDocument.getState().view).not.toBe(EMPTY_VIEW));
  setText(`# new\n${TEXT}`);
  const fix = {
    title: 'x',
    edit: { kind: 'replace-text', changes: [{ offset: 0, length: 4, text: 'n' }] },
  } as const;
  expect((await applyFix(fix)).kind).toBe('refused');
  expect(text()).toBe(`# new\n${TEXT}`);
});

test('silencing a problem writes a comment behind its line', async () => {
  const problem = { code: 'some-code', offset: TEXT.indexOf('PayHandler') } as const;
  const whole = {
    ...problem,
    severity: 'info',
    message: '',
    hint: '',
    path: '',
    line: 6,
    column: 20,
    length: 1,
  } as const;
  await vi.waitFor(() => expect(useDocument.getState().view).not.toBe(EMPTY_VIEW));
  await applyFix(silenceFix(whole, TEXT));
  expect(text()).toContain('    handler_class: PayHandler # tasker-lint-disable-line some-code\n');
});

test('steps are copied as the text they are written in', async () => {
  expect(await copyOfSteps(['ship'])).toBe('- name: ship # by truck\n  handler_class: ShipHandler\n');
});

test('a card that was moved by hand stays where it is when its step is renamed', async () => {
  await vi.waitFor(() => expect(useDocument.getState().view).not.toBe(EMPTY_VIEW));
  moveCards('down', new Map([['pay', { x: 10, y: 20 }]]));
  await changeTemplate({ kind: 'rename-step', step: 'pay', name: 'charge' });
  expect(usePositions.getState().down.get('charge')).toEqual({ x: 10, y: 20 });
  showPositions({});
});
