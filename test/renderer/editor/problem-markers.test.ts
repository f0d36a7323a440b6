import { beforeEach, expect, test } from 'vitest';
import { templateView } from '../../../src-engine/api/views/template-view.ts';
import { markerOf, showProblems } from '../../../src-renderer/editor/features/problem-markers.ts';
import { TextPlaces } from '../../../src-renderer/editor/places/text-places.ts';
import { EMPTY_VIEW, setText, useDocument } from '../../../src-renderer/store/document.ts';
import { rememberSource } from '../../../src-renderer/template/view-source.ts';

const BROKEN =
  'name: a\r\ntask_handler_class: A\r\nstep_templates:\r\n  - name: s\r\n    handler_class: S\r\n    depends_on_step: nobody\r\n';

/** The view of a text arrives. */
function arrive(text: string, load = useDocument.getState().load): void {
  const view = templateView(text);
  rememberSource(view, { text, load });
  useDocument.setState({ view });
}

beforeEach(() => {
  useDocument.setState({ text: BROKEN, isOpen: true, load: 1, view: EMPTY_VIEW });
});

test('a problem is marked where it is, with its code, and its hint below the message', () => {
  const found = templateView(BROKEN).problems.find(({ code }) => code === 'unknown-dependency');
  const problem = found ?? expect.fail('the text has no such problem');
  expect(markerOf(problem, new TextPlaces(BROKEN))).toEqual({
    code: 'unknown-dependency',
    severity: 8,
    message: `${problem.message}\n${problem.hint}`,
    startLineNumber: 6,
    startColumn: 22,
    endLineNumber: 6,
    endColumn: 28,
  });
});

test.each([
  ['error', 8],
  ['warning', 4],
  ['info', 2],
] as const)('an %s has the number Monaco has for it', (severity, number) => {
  const problem = {
    code: 'c',
    severity,
    message: 'm',
    hint: '',
    path: '',
    line: 1,
    column: 1,
    offset: 0,
    length: 1,
  };
  expect(markerOf(problem, new TextPlaces('a'))).toMatchObject({ severity: number, message: 'm' });
});

test('the problems of a view are shown when it comes, and when it was there already', () => {
  const shown: (readonly unknown[])[] = [];
  arrive(BROKEN);
  const stop = showProblems((markers) => shown.push(markers.map(({ code }) => code)));
  setText('name: a\n');
  arrive('name: a\n');
  stop();
  arrive('');
  expect(shown).toHaveLength(2);
  expect(shown[0]).toContain('unknown-dependency');
  expect(shown[1]).not.toContain('unknown-dependency');
});

test('the problems of an older text, or of another document, are not shown', () => {
  const shown: unknown[] = [];
  const stop = showProblems((markers) => shown.push(markers));
  setText(`# typed meanwhile\n${BROKEN}`);
  arrive(BROKEN);
  useDocument.setState({ text: BROKEN, load: 2 });
  arrive(BROKEN, 1);
  stop();
  expect(shown).toEqual([]);
});
