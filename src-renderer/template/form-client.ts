/**
 * Asks beside the page what forms need to know; the worker starts with the first question. Where there are no workers the
 * page answers itself. A schema can keep a validator busy for ever: after some seconds the worker is ended.
 */
import type { FormAnswers, FormCall, FormQuestion, FormReply } from './form-questions.ts';

type AnswerTo<Question extends FormQuestion> = FormAnswers[Question['kind']];

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Milliseconds that an answer may take. */
const PATIENCE = 8_000;

let worker: Worker | null = null;
let works = typeof Worker !== 'undefined';
let hasAnswered = false;
let last = 0;
const waiting = new Map<number, Waiting>();

/** Rejected when there is no answer within some seconds. */
export function askForm<Question extends FormQuestion>(question: Question): Promise<AnswerTo<Question>> {
  if (!works) return answerHere(question);
  return askWorker(question).catch((error: unknown) => {
    // A worker that never answered anything cannot be had here at all.
    if (hasAnswered) throw error;
    works = false;
    return answerHere(question);
  });
}

function askWorker<Question extends FormQuestion>(question: Question): Promise<AnswerTo<Question>> {
  return new Promise((resolve, reject) => {
    worker ??= started();
    last += 1;
    const timer = setTimeout(() => end('There was no answer in time.'), PATIENCE);
    waiting.set(last, { resolve, reject, timer });
    worker.postMessage({ id: last, question } satisfies FormCall);
  });
}

function started(): Worker {
  // The script of the worker that reads: both need most of it. One of its own, since this one may have to be ended.
  const begun = new Worker(new URL('./template.worker.ts', import.meta.url), {
    type: 'module',
    name: 'forms',
  });
  begun.addEventListener('message', ({ data }: MessageEvent<FormReply>) => {
    hasAnswered = true;
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    clearTimeout(call?.timer);
    // The kind of a question decides that of its answer: see `answerForm`.
    call?.resolve(data.answer as never);
  });
  begun.addEventListener('error', (event) => {
    event.preventDefault();
    end('The worker of the forms broke.');
  });
  return begun;
}

function end(reason: string): void {
  worker?.terminate();
  worker = null;
  const calls = [...waiting.values()];
  waiting.clear();
  for (const { reject, timer } of calls) {
    clearTimeout(timer);
    reject(new Error(reason));
  }
}

async function answerHere<Question extends FormQuestion>(question: Question): Promise<AnswerTo<Question>> {
  const { answerForm } = await import('./form-questions.ts');
  return answerForm(question) as AnswerTo<Question>;
}
