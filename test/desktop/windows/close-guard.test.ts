import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextClose } from '../../../src-main/desktop/windows/close-guard.ts';
import type { CloseEvent, CloseState } from '../../../src-main/desktop/windows/close-guard.ts';

const dirty: CloseEvent = { kind: 'closeRequested', isDirty: true };
const clean: CloseEvent = { kind: 'closeRequested', isDirty: false };

test.each<[CloseState, CloseEvent, CloseState, readonly string[]]>([
  ['open', clean, 'leaving', []],
  ['open', dirty, 'asking', ['ask']],
  ['asking', dirty, 'asking', []],
  ['asking', { kind: 'answered', answer: 'save' }, 'saving', ['askPageToSave']],
  ['asking', { kind: 'answered', answer: 'discard' }, 'leaving', ['dropDraftsAndClose']],
  ['asking', { kind: 'answered', answer: 'cancel' }, 'open', ['stay']],
  ['saving', { kind: 'saved', isSaved: true }, 'leaving', ['close']],
  ['saving', { kind: 'saved', isSaved: false }, 'open', ['stay']],
  // A page that hangs while it saves: the user can still get out.
  ['saving', dirty, 'asking', ['ask']],
  ['leaving', dirty, 'leaving', []],
  // Said by a page that nobody asked.
  ['open', { kind: 'saved', isSaved: true }, 'open', []],
  ['asking', { kind: 'saved', isSaved: true }, 'asking', []],
  ['open', { kind: 'answered', answer: 'discard' }, 'open', []],
])('%s, %o: %s', (state, event, next, actions) => {
  expect(nextClose(state, event)).toEqual({ state: next, actions });
});

test('unsaved changes are never left without an answer of the user', () => {
  const event = fc.oneof(
    fc.constant(dirty),
    fc.record({ kind: fc.constant('saved' as const), isSaved: fc.boolean() }),
    fc.record({ kind: fc.constant('answered' as const), answer: fc.constant('cancel' as const) }),
  );
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const end = events.reduce<CloseState>((state, event) => nextClose(state, event).state, 'open');
      expect(['open', 'asking']).toContain(end);
    }),
  );
});
