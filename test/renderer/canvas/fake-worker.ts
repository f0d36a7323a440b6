/** A layout worker without a thread: it answers when it is told to, or breaks. */
import type { LayoutReply, LayoutRequest } from '../../../src-renderer/canvas/shown/layout-message.ts';
import { layoutGraph } from '../../../src-engine/graph/layout/layout.ts';

type Listener = (event: MessageEvent<LayoutReply>) => void;

export class FakeWorker {
  /** All that were started since the last test. */
  static started: FakeWorker[] = [];
  /** Answers by itself, in the next microtask. */
  static isPrompt = true;

  readonly requests: LayoutRequest[] = [];
  isEnded = false;
  readonly #listeners = new Map<string, Listener[]>();

  constructor() {
    FakeWorker.started.push(this);
  }

  addEventListener(kind: string, listener: Listener): void {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), listener]);
  }

  postMessage(request: LayoutRequest): void {
    this.requests.push(request);
    if (FakeWorker.isPrompt) queueMicrotask(() => this.answer());
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(request = this.requests.at(-1)): void {
    if (request === undefined || this.isEnded) return;
    const { id, shape, direction } = request;
    this.#tell('message', { kind: 'done', id, layout: layoutGraph(shape, direction) });
  }

  fail(reason: string): void {
    this.#tell('message', { kind: 'failed', id: this.requests.at(-1)?.id ?? 0, reason });
  }

  break(): void {
    this.#tell('error', { kind: 'failed', id: 0, reason: '' });
  }

  #tell(kind: string, data: LayoutReply): void {
    for (const listener of this.#listeners.get(kind) ?? []) listener(new MessageEvent('message', { data }));
  }
}
