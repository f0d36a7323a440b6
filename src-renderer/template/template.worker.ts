/** Reads templates beside the page, so that typing never waits for it. One question at a time; see `TemplateParser`. */
import type { ParseAnswer, ParseQuestion } from './parse-message.ts';
import { templateView } from '../../src-engine/api/views/template-view.ts';

self.addEventListener('message', ({ data }: MessageEvent<ParseQuestion>) => {
  const { id, text, environment } = data;
  const answer: ParseAnswer = { id, view: templateView(text, environment === null ? {} : { environment }) };
  self.postMessage(answer);
});
