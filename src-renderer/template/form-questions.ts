/** What forms ask about a text or a schema, and the answers. Pure; runs in a worker, or in the page for want of one. */
import { formViewOf } from '../../src-engine/api/views/form-view.ts';
import type { FormView } from '../../src-engine/api/views/form-view.ts';
import { sampleContext } from '../../src-engine/template/context/sample-context.ts';
import type { ContextValidation } from '../../src-engine/template/context/validate-context.ts';
import { validateContext } from '../../src-engine/template/context/validate-context.ts';
import { ProblemList } from '../../src-engine/template/problem-list.ts';
import type { JsonObject } from '../../src-engine/template/template.ts';
import type { YamlReading } from '../../src-engine/template/yaml/read-yaml.ts';
import { readYaml } from '../../src-engine/template/yaml/read-yaml.ts';

export type FormQuestion =
  /** `step`: index under `step_templates`. */
  | { readonly kind: 'form'; readonly text: string; readonly step: number | null }
  /** A context that the schema allows; `schema` is null where the template has none. */
  | { readonly kind: 'sample'; readonly schema: JsonObject | null }
  | { readonly kind: 'check'; readonly schema: JsonObject | null; readonly context: JsonObject };

export interface FormAnswers {
  readonly form: FormView;
  readonly sample: JsonObject;
  /** Strict, as Tasker does it. */
  readonly check: ContextValidation;
}

export type FormAnswer = FormAnswers[keyof FormAnswers];

/** As they go to a worker and come back. */
export interface FormCall {
  readonly id: number;
  readonly question: FormQuestion;
}

export interface FormReply {
  readonly id: number;
  readonly answer: FormAnswer;
}

let last: { readonly text: string; readonly reading: YamlReading } | null = null;

export function answerForm(question: FormQuestion): FormAnswer {
  if (question.kind === 'form') return formViewOf(readingOf(question.text), question.step);
  const schema = question.schema ?? undefined;
  if (question.kind === 'sample') return sampleContext(schema);
  return validateContext(schema, question.context, 'strict');
}

/** Whoever walks over the steps of a large text asks for the same one again and again. */
function readingOf(text: string): YamlReading {
  if (last?.text !== text) last = { text, reading: readYaml(text, new ProblemList(text)) };
  return last.reading;
}
