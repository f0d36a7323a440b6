/** Mends a problem in one of the ways its rule knows, or tells the linter to be silent about it. */
import type { Fix, Problem } from '../../src-engine/template/problem.ts';
import { useDocument } from '../store/document.ts';
import type { EditOutcome } from './change-template.ts';
import { changeTemplate } from './change-template.ts';
import { sourceOf } from './view-source.ts';

/** Steps and keys may be meant on a newer text as well; places in the text may not. */
export function applyFix({ edit }: Fix): Promise<EditOutcome> {
  const { view, text } = useDocument.getState();
  return changeTemplate(edit, sourceOf(view)?.text ?? text);
}

/** A comment behind the line, which the linter heeds. Errors that keep the template from loading heed nothing. */
export function silenceFix({ code, offset }: Problem, text: string): Fix {
  const end = text.slice(offset).search(/\r?\n|$/) + offset;
  return {
    title: `Silence ${code} in this line`,
    edit: {
      kind: 'replace-text',
      changes: [{ offset: end, length: 0, text: ` # tasker-lint-disable-line ${code}` }],
    },
  };
}
