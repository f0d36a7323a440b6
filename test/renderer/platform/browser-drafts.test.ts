// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { dropDraft, keepDraft, readDrafts } from '../../../src-renderer/platform/browser/browser-drafts.ts';

const draft = { key: 'a', name: 'order.yaml', text: 'name: x\n', fileId: null, version: null };

beforeEach(() => localStorage.clear());

describe('drafts in a browser', () => {
  it('are kept one for each document, the latest text of it', () => {
    keepDraft(draft);
    keepDraft({ ...draft, text: 'name: y\n' });
    keepDraft({ ...draft, key: 'b' });
    expect(readDrafts().map(({ key, text }) => [key, text])).toEqual([
      ['a', 'name: y\n'],
      ['b', 'name: x\n'],
    ]);
  });

  it('are gone once they are dropped', () => {
    keepDraft(draft);
    dropDraft('a');
    expect(readDrafts()).toEqual([]);
  });

  it('that cannot be read are left out, and the others are still there', () => {
    keepDraft(draft);
    localStorage.setItem('tasker-workbench:draft:broken', '{ not json');
    localStorage.setItem('tasker-workbench:draft:other', '{"key":1}');
    expect(readDrafts().map(({ key }) => key)).toEqual(['a']);
  });
});
