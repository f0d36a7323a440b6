/** Reads and changes templates beside the page, so that typing never waits for it. See `TemplateParser`. */
import { templateView } from '../../src-engine/api/views/template-view.ts';
import { copySteps, editTemplate } from '../../src-engine/template/edit/edit-template.ts';
import type { TemplateAnswer, TemplateQuestion } from './parse-message.ts';

self.addEventListener('message', ({ data }: MessageEvent<TemplateQuestion>) => {
  self.postMessage(answerTo(data));
});

function answerTo(question: TemplateQuestion): TemplateAnswer {
  const { id, text } = question;
  if (question.kind === 'edit') return { kind: 'edit', id, result: editTemplate(text, question.edit) };
  if (question.kind === 'copy') return { kind: 'copy', id, yaml: copySteps(text, question.steps) };
  const { environment } = question;
  return { kind: 'parse', id, view: templateView(text, environment === null ? {} : { environment }) };
}
