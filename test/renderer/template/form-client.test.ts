import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerForm } from '../../../src-renderer/template/form-questions.ts';
import type { FormCall } from '../../../src-renderer/template/form-questions.ts';

type Listener = (event: Event) => void;

/** What the worker does with a question. */
let behave: (worker: FakeWorker, call: FormCall) => void;
let begun: FakeWorker[] = [];

class FakeWorker {
  isEnded = false;
  readonly #listeners = new Map<string, Listener>();
  constructor() {
    begun.push(this);
  }
  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, listener);
  }
  postMessage(call: FormCall): void {
    behave(this, call);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(type: string, event: Event): void {
    this.#listeners.get(type)?.(event);
  }
}

const answering = (worker: FakeWorker, { id, question }: FormCall): void =>
  worker.say('message', new MessageEvent('message', { data: { id, answer: answerForm(question) } }));
const breaking = (worker: FakeWorker): void => worker.say('error', new Event('error', { cancelable: true }));

const QUESTION = { kind: 'form', text: 'name: order\n', step: null } as const;

async function client() {
  return (await import('../../../src-renderer/template/form-client.ts')).askForm;
}

beforeEach(() => {
  begun = [];
  behave = answering;
  vi.resetModules();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the worker starts with the first question and answers all of them', async () => {
  const ask = await client();
  expect(begun).toHaveLength(0);
  const [form, sample] = await Promise.all([ask(QUESTION), ask({ kind: 'sample', schema: null })]);
  expect(form.template.base).toEqual({ name: 'order' });
  expect(sample).toEqual({ sample: true });
  expect(begun).toHaveLength(1);
});

test('where no worker starts the page answers itself', async () => {
  behave = breaking;
  const ask = await client();
  expect((await ask(QUESTION)).template.base).toEqual({ name: 'order' });
  await ask(QUESTION);
  expect(begun).toHaveLength(1);
});

test('a worker that is kept busy for ever is ended, and the next question gets another one', async () => {
  const ask = await client();
  await ask(QUESTION);
  vi.useFakeTimers();
  behave = () => {};
  const answer = ask({ kind: 'check', schema: { pattern: '(a+)+$' }, context: {} });
  const refused = expect(answer).rejects.toThrow('no answer in time');
  await vi.advanceTimersByTimeAsync(20_000);
  await refused;
  expect(begun[0]?.isEnded).toBe(true);
  behave = answering;
  await ask(QUESTION);
  expect(begun).toHaveLength(2);
});
