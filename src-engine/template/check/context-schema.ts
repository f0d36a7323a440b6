/** The context schema is checked only as far as its failure would surprise at task creation. */
import type { Report } from '../problem-codes.ts';
import type { MapNode } from '../yaml/node.ts';
import { quote } from '../quote.ts';
import { child, textOf } from '../yaml/node.ts';

const DRAFTS =
  /^https?:\/\/json-schema\.org\/(?:draft-0[1-46]\/)?schema(?:#.*)?$|^http:\/\/json-schema\.org\/draft\/schema#?$/;

export function checkContextSchema(root: MapNode, report: Report): void {
  const draft = child(child(root, 'schema'), '$schema');
  const name = textOf(draft);
  if (draft === undefined || name === undefined || DRAFTS.test(name)) return;
  report('schema-draft', draft.place, `The schema draft ${quote(name)} is unknown to Tasker's validator.`);
}
