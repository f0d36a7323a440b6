import { describe, expect, test } from 'vitest';
import { templateView } from '../../../src-engine/api/views/template-view.ts';
import type { StepPlace } from '../../../src-renderer/editor/places/step-places.ts';
import { stepAt, stepPlaces } from '../../../src-renderer/editor/places/step-places.ts';
import { TextPlaces } from '../../../src-renderer/editor/places/text-places.ts';

const LINES = [
  'name: order',
  'task_handler_class: Order',
  'step_templates:',
  '  - name: first',
  '    handler_class: First',
  '',
  '  # between',
  '  - handler_class: Second',
  '    name: second',
  'environments:',
  '  test:',
  '    step_templates:',
  '      - name: first',
  '        default_retry_limit: 1',
];

function placesOf(text: string, environment?: string): readonly StepPlace[] {
  const { steps } = templateView(text, environment === undefined ? {} : { environment });
  return stepPlaces(steps, new TextPlaces(text));
}

const idAt = (steps: readonly StepPlace[], lineNumber: number, column = 5): string | undefined =>
  stepAt(steps, { lineNumber, column })?.id;

describe.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('steps of a text with %s', (_, lineEnd) => {
  const text = LINES.join(lineEnd);
  const steps = placesOf(text);

  test('a place belongs to the step it is in, and between steps to none', () => {
    const found = LINES.map((_line, index) => idAt(steps, index + 1));
    expect(found.map((id) => id ?? '-').join(' ')).toBe('- - - first first - - second second - - - - -');
  });

  test('the dash belongs to the step, what is before it does not', () => {
    expect([idAt(steps, 4, 1), idAt(steps, 4, 3)]).toEqual([undefined, 'first']);
  });

  test('the name is where it is written, first in the step or not', () => {
    expect(steps.map(({ nameRange }) => nameRange.startLineNumber)).toEqual([4, 9]);
  });

  test('with an environment a step stays at its place in the base', () => {
    const [first] = placesOf(text, 'test');
    expect([first?.nameRange.startLineNumber, first?.stepRange.startLineNumber]).toEqual([4, 4]);
  });
});

test('steps of one name are told apart', () => {
  const text = 'step_templates:\n  - name: a\n    handler_class: A\n  - name: a\n    handler_class: B\n';
  const steps = placesOf(text);
  expect([idAt(steps, 2), idAt(steps, 5)]).toEqual(['a', 'a#2']);
});
