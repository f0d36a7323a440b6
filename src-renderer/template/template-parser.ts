/**
 * Reads texts in a worker, the latest one only: while one is read, newer ones wait in a place for one, and an answer
 * that is overtaken is dropped. A worker that breaks is replaced; one that never works is given up.
 */
import type { TemplateView } from '../../src-engine/api/contract/template-schemas.ts';
import type { TemplateAnswer, TemplateQuestion } from './parse-message.ts';

/** The part of a Worker that is needed. */
export interface ParseWorker {
  readonly postMessage: (question: TemplateQuestion) => void;
  readonly terminate: () => void;
  readonly addEventListener: (type: 'message' | 'error', listener: (event: Event) => void) => void;
}

export interface ParseRequest {
  readonly text: string;
  readonly environment: string | null;
  readonly lintConfig: string | null;
  /** Of the document; see `DocumentState`. */
  readonly load: number;
}

export interface ParserParts {
  /** May throw: then there are no workers here. */
  readonly startWorker: () => ParseWorker;
  /** Reads in the page itself, for want of a worker. */
  readonly readHere: (request: ParseRequest) => Promise<TemplateView>;
  readonly onView: (view: TemplateView, request: ParseRequest, configTrouble?: string) => void;
  /** `no-worker`: texts are read in the page from now on. `unreadable`: this text broke every attempt to read it. */
  readonly onTrouble: (trouble: 'no-worker' | 'unreadable') => void;
}

export type BesideQuestion =
  Exclude<TemplateQuestion, { kind: 'parse' }> extends infer Question
    ? Question extends unknown
      ? Omit<Question, 'id'>
      : never
    : never;

interface Answered {
  readonly id: number;
  readonly view: TemplateView;
  readonly configTrouble?: string;
}

interface Beside {
  readonly resolve: (answer: TemplateAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Attempts for one text before it is left alone: a worker may have broken by accident. */
const MOST_ATTEMPTS = 2;

export class TemplateParser {
  readonly #parts: ParserParts;
  #worker: ParseWorker | null = null;
  #hasAnswered = false;
  #readsHere = false;
  #id = 0;
  #attempts = 0;
  #current: ParseRequest | null = null;
  #next: ParseRequest | null = null;
  #besideId = 0;
  readonly #beside = new Map<number, Beside>();

  constructor(parts: ParserParts) {
    this.#parts = parts;
  }

  /** Asks for a text; the view comes later, unless another text is asked for before. */
  parse(request: ParseRequest): void {
    this.#next = request;
    if (this.#current === null) this.#begin();
  }

  /**
   * Asks the worker something else about a text: best one that it has just read. Rejected when there is no worker, or it
   * broke over this.
   */
  askBeside(question: BesideQuestion): Promise<TemplateAnswer> {
    return new Promise((resolve, reject) => {
      this.#besideId += 1;
      const id = this.#besideId;
      try {
        if (this.#readsHere) throw new Error('There is no worker.');
        this.#worker ??= this.#started();
        this.#beside.set(id, { resolve, reject });
        this.#worker.postMessage({ ...question, id });
      } catch (error) {
        this.#beside.delete(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  stop(): void {
    this.#next = null;
    this.#current = null;
    this.#dropWorker();
  }

  #begin(): void {
    this.#current = this.#next;
    this.#next = null;
    this.#attempts = 0;
    this.#read();
  }

  #read(): void {
    const request = this.#current;
    if (request === null) return;
    this.#attempts += 1;
    this.#id += 1;
    if (this.#readsHere) void this.#readHere(request, this.#id);
    else this.#ask(request, this.#id);
  }

  #ask({ text, environment, lintConfig }: ParseRequest, id: number): void {
    try {
      this.#worker ??= this.#started();
      this.#worker.postMessage({ kind: 'parse', id, text, environment, lintConfig });
    } catch {
      this.#failed(id);
    }
  }

  #started(): ParseWorker {
    const worker = this.#parts.startWorker();
    worker.addEventListener('message', (event) => {
      if (this.#worker === worker && 'data' in event) this.#heard(event.data as TemplateAnswer);
    });
    // Both of a script that cannot be loaded and of an exception in it.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.#worker === worker) this.#broke();
    });
    return worker;
  }

  async #readHere(request: ParseRequest, id: number): Promise<void> {
    try {
      this.#answered({ id, view: await this.#parts.readHere(request) });
    } catch {
      this.#failed(id);
    }
  }

  #heard(answer: TemplateAnswer): void {
    if (answer.kind === 'parse') {
      this.#answered(answer);
      return;
    }
    this.#beside.get(answer.id)?.resolve(answer);
    this.#beside.delete(answer.id);
  }

  #broke(): void {
    if (this.#current === null) this.#dropWorker();
    else this.#failed(this.#id);
  }

  #answered({ id, view, configTrouble }: Answered): void {
    const request = this.#current;
    if (id !== this.#id || request === null) return;
    this.#hasAnswered = true;
    this.#current = null;
    if (this.#next === null) this.#parts.onView(view, request, configTrouble);
    else this.#begin();
  }

  #failed(id: number): void {
    if (id !== this.#id || this.#current === null) return;
    this.#dropWorker();
    if (this.#attempts < MOST_ATTEMPTS) this.#read();
    else if (this.#hasAnswered || this.#readsHere) this.#giveUp();
    else this.#goOnHere();
  }

  /** The text before stays on the screen; the next change is tried anew. */
  #giveUp(): void {
    this.#current = null;
    if (this.#next === null) this.#parts.onTrouble('unreadable');
    else this.#begin();
  }

  #goOnHere(): void {
    this.#readsHere = true;
    this.#parts.onTrouble('no-worker');
    this.#attempts = 0;
    this.#read();
  }

  #dropWorker(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#beside.values()) reject(new Error('The worker broke.'));
    this.#beside.clear();
  }
}
