/** Answers the forms beside the page. See `form-client.ts`. */
import type { FormAnswer, FormQuestion } from './form-questions.ts';
import { answerForm } from './form-questions.ts';

export interface FormCall {
  readonly id: number;
  readonly question: FormQuestion;
}

export interface FormReply {
  readonly id: number;
  readonly answer: FormAnswer;
}

self.addEventListener('message', ({ data: { id, question } }: MessageEvent<FormCall>) => {
  self.postMessage({ id, answer: answerForm(question) } satisfies FormReply);
});
