/** Whether a run was brought home from production, and what it is a copy of. Pure but for what it remembers of forks. */
import type { RunView } from '../../../src-engine/api/contract/run-schemas.ts';

export interface CopiedTask {
  readonly task: string;
  /** When it stood there as it was copied, ISO-8601. */
  readonly at: string;
}

/** The engine's sentence about a run that began with a task of production. */
const SENTENCE = /^Task (\S+) as it was in production at (\S+)\.$/;

const known = new Map<string, CopiedTask>();

/** Of a run that began as a copy, and of every fork of one that was seen here; else null. */
export function copiedTask({ run, parent, changes }: RunView): CopiedTask | null {
  const copied = parent === null ? readSentence(changes[0] ?? '') : (known.get(parent) ?? null);
  if (copied !== null) known.set(run, copied);
  return known.get(run) ?? null;
}

function readSentence(sentence: string): CopiedTask | null {
  const [, task, at] = SENTENCE.exec(sentence) ?? [];
  return task === undefined || at === undefined ? null : { task, at };
}
