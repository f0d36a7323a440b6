import { describe, expect, test, vi } from 'vitest';
import type { TemplateView } from '../../../src-engine/api/contract/template-schemas.ts';
import { EMPTY_VIEW } from '../../../src-renderer/store/document.ts';
import type { TemplateAnswer, TemplateQuestion } from '../../../src-renderer/template/parse-message.ts';
import type { ParseRequest, ParserParts } from '../../../src-renderer/template/template-parser.ts';
import { TemplateParser } from '../../../src-renderer/template/template-parser.ts';

/** A worker that answers when it is told to. */
class FakeWorker {
  readonly questions: TemplateQuestion[] = [];
  isTerminated = false;
  readonly #listeners: { readonly type: string; readonly listener: (event: Event) => void }[] = [];

  postMessage(question: TemplateQuestion): void {
    this.questions.push(question);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.push({ type, listener });
  }

  /** Answers a question, by default the last one. */
  answer(question = this.questions.at(-1)): void {
    if (question === undefined) throw new Error('nothing was asked');
    this.#tell(
      new MessageEvent('message', { data: { kind: 'parse', id: question.id, view: viewOf(question.text) } }),
    );
  }

  tell(answer: TemplateAnswer): void {
    this.#tell(new MessageEvent('message', { data: answer }));
  }

  break(): void {
    this.#tell(new Event('error', { cancelable: true }));
  }

  #tell(event: Event): void {
    for (const { type, listener } of this.#listeners) if (type === event.type) listener(event);
  }
}

const viewOf = (name: string): TemplateView => ({ ...EMPTY_VIEW, name });
const request = (text: string): ParseRequest => ({ text, environment: null, lintConfig: null, load: 1 });

function parserWith(parts: Partial<ParserParts> = {}) {
  const workers: FakeWorker[] = [];
  const views: (string | undefined)[] = [];
  const troubles: string[] = [];
  const parser = new TemplateParser({
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    readHere: ({ text }) => Promise.resolve(viewOf(`${text} here`)),
    onView: ({ name }) => views.push(name),
    onTrouble: (trouble) => troubles.push(trouble),
    ...parts,
  });
  const worker = (index = -1): FakeWorker => workers.at(index) ?? expect.fail('no worker was started');
  return { parser, workers, worker, views, troubles };
}

describe('reading templates in a worker', () => {
  test('a text that is asked for is answered, with its environment', () => {
    const { parser, worker, views } = parserWith();
    parser.parse({ text: 'a', environment: 'production', lintConfig: null, load: 1 });
    expect(worker().questions).toMatchObject([{ text: 'a', environment: 'production' }]);
    worker().answer();
    expect(views).toEqual(['a']);
  });

  test('while one is read, only the latest of the others waits', () => {
    const { parser, worker, views } = parserWith();
    for (const text of ['a', 'b', 'c', 'd']) parser.parse(request(text));
    expect(worker().questions.map(({ text }) => text)).toEqual(['a']);
    worker().answer();
    expect(worker().questions.map(({ text }) => text)).toEqual(['a', 'd']);
    worker().answer();
    expect(views).toEqual(['d']);
  });

  test('an answer to a question that is no longer open is dropped', () => {
    const { parser, worker, views } = parserWith();
    parser.parse(request('a'));
    worker().answer();
    worker().answer();
    expect(views).toEqual(['a']);
  });

  test('one worker serves all texts', () => {
    const { parser, workers, worker } = parserWith();
    for (const text of ['a', 'b']) {
      parser.parse(request(text));
      worker().answer();
    }
    expect(workers).toHaveLength(1);
  });
});

describe('a worker that breaks', () => {
  test('is replaced, and the text is asked for again', () => {
    const { parser, workers, worker, views, troubles } = parserWith();
    parser.parse(request('a'));
    worker().break();
    expect([workers.length, worker(0).isTerminated]).toEqual([2, true]);
    worker().answer();
    expect([views, troubles]).toEqual([['a'], []]);
  });

  test('says nothing any more once it was replaced', () => {
    const { parser, worker, views } = parserWith();
    parser.parse(request('a'));
    worker().break();
    worker(0).answer(worker(1).questions[0]);
    worker(0).break();
    expect(views).toEqual([]);
    worker().answer();
    expect(views).toEqual(['a']);
  });

  test('twice over one text: the text is left alone, the next one is read', () => {
    const { parser, worker, views, troubles } = parserWith();
    parser.parse(request('good'));
    worker().answer();
    parser.parse(request('bad'));
    worker().break();
    worker().break();
    expect([views, troubles]).toEqual([['good'], ['unreadable']]);
    parser.parse(request('better'));
    worker().answer();
    expect(views).toEqual(['good', 'better']);
  });

  test('over a text that was overtaken: nobody is told', () => {
    const { parser, worker, views, troubles } = parserWith();
    parser.parse(request('good'));
    worker().answer();
    parser.parse(request('bad'));
    parser.parse(request('better'));
    worker().break();
    worker().break();
    worker().answer();
    expect([views, troubles]).toEqual([['good', 'better'], []]);
  });
});

describe('without a worker', () => {
  const noWorker = (): never => {
    throw new Error('refused');
  };

  test('texts are read in the page, and that is said once', async () => {
    const { parser, views, troubles } = parserWith({ startWorker: noWorker });
    parser.parse(request('a'));
    await vi.waitFor(() => expect(views).toEqual(['a here']));
    parser.parse(request('b'));
    await vi.waitFor(() => expect(views).toEqual(['a here', 'b here']));
    expect(troubles).toEqual(['no-worker']);
  });

  test('a script that cannot be loaded counts as none', async () => {
    const { parser, worker, views, troubles } = parserWith();
    parser.parse(request('a'));
    worker().break();
    worker().break();
    await vi.waitFor(() => expect(views).toEqual(['a here']));
    expect(troubles).toEqual(['no-worker']);
  });

  test('a text the page cannot read either is said to be unreadable', async () => {
    const { parser, troubles } = parserWith({
      startWorker: noWorker,
      readHere: () => Promise.reject(new Error('no')),
    });
    parser.parse(request('a'));
    await vi.waitFor(() => expect(troubles).toEqual(['no-worker', 'unreadable']));
  });
});

test('what is stopped ends its worker and answers nothing more', () => {
  const { parser, worker, views } = parserWith();
  parser.parse(request('a'));
  parser.stop();
  worker(0).answer();
  expect([worker(0).isTerminated, views]).toEqual([true, []]);
});

describe('besides reading', () => {
  const edit = { kind: 'connect', from: 'a', to: 'b' } as const;
  const result = { kind: 'refused', message: 'no', hint: '' } as const;

  test('the worker answers other questions about a text, and each goes to whoever asked', async () => {
    const { parser, worker } = parserWith();
    const one = parser.askBeside({ kind: 'edit', text: 'one', edit });
    const other = parser.askBeside({ kind: 'copy', text: 'two', steps: ['a'] });
    worker().tell({ kind: 'copy', id: 2, yaml: '- name: a' });
    worker().tell({ kind: 'edit', id: 1, result });
    expect(await other).toMatchObject({ yaml: '- name: a' });
    expect(await one).toMatchObject({ result });
  });

  test('a text that is read meanwhile is read all the same', () => {
    const { parser, worker, views } = parserWith();
    parser.parse(request('a'));
    void parser.askBeside({ kind: 'edit', text: 'a', edit });
    worker().answer(worker().questions[0]);
    expect(views).toEqual(['a']);
  });

  test('a worker that breaks over a question leaves nobody waiting, and the next one gets a new worker', async () => {
    const { parser, workers, worker } = parserWith();
    const asked = parser.askBeside({ kind: 'edit', text: 'a', edit });
    worker().break();
    await expect(asked).rejects.toThrow('broke');
    void parser.askBeside({ kind: 'edit', text: 'a', edit });
    expect(workers).toHaveLength(2);
  });

  test('without workers it is said at once', async () => {
    const { parser } = parserWith({
      startWorker: () => {
        throw new Error('no workers here');
      },
    });
    await expect(parser.askBeside({ kind: 'edit', text: 'a', edit })).rejects.toThrow('no workers here');
  });
});
