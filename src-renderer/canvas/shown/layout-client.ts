/**
 * Asks the worker for layouts: the newest request wins, what was laid out lately is remembered by its structure, and
 * whoever does not want to wait is given the simple layout at once.
 */
import type { GraphShape } from '../../graph/graph-model.ts';
import { layoutByLevel } from '../../graph/layout-by-level.ts';
import type { LayoutReply, LayoutRequest } from '../../graph/layout-message.ts';
import type { Direction, GraphLayout } from '../../graph/layout-types.ts';
import { layoutKey } from '../../graph/layout-types.ts';

const REMEMBERED = 24;

interface Pending {
  readonly request: LayoutRequest;
  readonly key: string;
  readonly done: (layout: GraphLayout) => void;
}

export class LayoutClient {
  readonly #startWorker: () => Worker;
  readonly #known = new Map<string, GraphLayout>();
  #worker: Worker | null = null;
  #pending: Pending | null = null;
  #next = 1;

  /** @param startWorker Called whenever one is needed: the first time, and after one was ended or broke. */
  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker;
  }

  /** Calls `done` once, at once where the layout is known. A request that is overtaken is never answered. */
  request(shape: GraphShape, direction: Direction, done: (layout: GraphLayout) => void): void {
    const key = layoutKey(shape, direction);
    if (this.#pending?.key === key) return;
    // dagre cannot be told to stop, so what is not wanted any more goes with its worker.
    if (this.#pending !== null) this.#end();
    const known = this.#known.get(key);
    if (known !== undefined) {
      done(known);
      return;
    }
    this.#pending = { request: { id: this.#next++, shape, direction }, key, done };
    this.#send(this.#pending.request);
  }

  /** Gives the simple layout to whoever waits. */
  cancel(): void {
    const pending = this.#pending;
    if (pending === null) return;
    this.#end();
    this.#settle(pending, layoutByLevel(pending.request.shape, pending.request.direction));
  }

  #send(request: LayoutRequest): void {
    try {
      this.#worker ??= this.#started();
      this.#worker.postMessage(request);
    } catch {
      this.cancel();
    }
  }

  #started(): Worker {
    const worker = this.#startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutReply>) => this.#take(data));
    worker.addEventListener('error', () => this.cancel());
    return worker;
  }

  #take(reply: LayoutReply): void {
    const pending = this.#pending;
    if (pending?.request.id !== reply.id) return;
    this.#pending = null;
    if (reply.kind === 'done') this.#settle(pending, reply.layout);
    else this.#settle(pending, layoutByLevel(pending.request.shape, pending.request.direction));
  }

  #settle({ key, done }: Pending, layout: GraphLayout): void {
    this.#known.set(key, layout);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    done(layout);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#pending = null;
  }
}
