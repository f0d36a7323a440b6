/**
 * Reads and changes templates beside the page, so that typing never waits for it. See `TemplateParser`. What was read last is
 * kept: a change is mostly one of the text that is shown, and reading is most of the work.
 */
import { viewOfReading } from '../../src-engine/api/views/template-view.ts';
import type { EditableText } from '../../src-engine/template/edit/editable-text.ts';
import { editableOf, readEditable } from '../../src-engine/template/edit/editable-text.ts';
import { copySteps, editTemplate, prepareEdits } from '../../src-engine/template/edit/edit-template.ts';
import { readTemplate } from '../../src-engine/template/read-template.ts';
import type { FormCall, FormReply } from './form-questions.ts';
import { answerForm } from './form-questions.ts';
import type { UsedConfig } from './lint-config.ts';
import { configOf } from './lint-config.ts';
import type { TemplateAnswer, TemplateQuestion } from './parse-message.ts';

type ParseQuestion = Extract<TemplateQuestion, { kind: 'parse' }>;

let last: EditableText | null = null;
let known: { readonly text: string | null; readonly used: UsedConfig } = { text: null, used: configOf(null) };

self.addEventListener('message', ({ data }: MessageEvent<TemplateQuestion | FormCall>) => {
  self.postMessage('question' in data ? answerToForm(data) : answerTo(data));
  // The view is on its way; whoever changes what it shows will not have to wait for this.
  if (last !== null) prepareEdits(last);
});

function answerToForm({ id, question }: FormCall): FormReply {
  return { id, answer: answerForm(question) };
}

function answerTo(question: TemplateQuestion): TemplateAnswer {
  if (question.kind === 'parse') return parse(question);
  const { id, text } = question;
  last = last?.text === text ? last : readEditable(text);
  return question.kind === 'edit'
    ? { kind: 'edit', id, result: editTemplate(text, question.edit, last) }
    : { kind: 'copy', id, yaml: copySteps(text, question.steps, last) };
}

function parse({ id, text, environment, lintConfig }: ParseQuestion): TemplateAnswer {
  if (lintConfig !== known.text) known = { text: lintConfig, used: configOf(lintConfig) };
  const { config, trouble } = known.used;
  const options = { config, ...(environment === null ? {} : { environment }) };
  const read = readTemplate(text, options);
  last = editableOf(text, read.reading, read.result.problems);
  const view = viewOfReading(text, read, options);
  return { kind: 'parse', id, view, ...(trouble === undefined ? {} : { configTrouble: trouble }) };
}
