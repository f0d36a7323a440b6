/**
 * Asks the worker for layouts: the newest request wins, what was laid out lately is remembered by its structure, and
 * whoever does not want to wait is given the simple layout at once. So is he whose worker broke.
 */
import type { GraphShape } from '../../../src-engine/graph/layout/layout-types.ts';
import { layoutByLevel } from '../../../src-engine/graph/layout/layout-by-level.ts';
import type { LayoutReply, LayoutRequest } from './layout-message.ts';
import type { Direction, GraphLayout } from '../../../src-engine/graph/layout/layout-types.ts';
import { layoutKey } from '../../../src-engine/graph/layout/layout-types.ts';

const REMEMBERED = 24;

export type LaidOut = (layout: GraphLayout, isSimple: boolean) => void;

interface Pending {
  readonly request: LayoutRequest;
  readonly key: string;
  readonly done: LaidOut;
}

/** What is used of a web worker. */
export interface LayoutWorker {
  postMessage(request: LayoutRequest): void;
  addEventListener(kind: 'message' | 'error', listener: (event: MessageEvent<LayoutReply>) => void): void;
  terminate(): void;
}

export class LayoutClient {
  readonly #startWorker: () => LayoutWorker;
  readonly #known = new Map<string, GraphLayout>();
  #worker: LayoutWorker | null = null;
  #pending: Pending | null = null;
  #next = 1;

  /** @param startWorker Called whenever one is needed: the first time, and after one was ended or broke. */
  constructor(startWorker: () => LayoutWorker) {
    this.#startWorker = startWorker;
  }

  /** Calls `done` once, at once where the layout is known. A request that is overtaken is never answered. */
  request(shape: GraphShape, direction: Direction, done: LaidOut): void {
    const key = layoutKey(shape, direction);
    if (this.#pending?.key === key) {
      // The same layout for a newer text: the worker goes on, and its answer goes to whoever asked last.
      this.#pending = { ...this.#pending, done };
      return;
    }
    this.forget();
    const known = this.#known.get(key);
    if (known !== undefined) {
      done(known, false);
      return;
    }
    this.#pending = { request: { id: this.#next++, shape, direction }, key, done };
    this.#send(this.#pending.request);
  }

  /** Gives the simple layout to whoever waits. */
  cancel(): void {
    const pending = this.#pending;
    this.forget();
    if (pending !== null) giveSimple(pending);
  }

  /** Nobody waits any more. dagre cannot be told to stop, so what is not wanted goes with its worker. */
  forget(): void {
    if (this.#pending === null) return;
    this.#pending = null;
    this.#worker?.terminate();
    this.#worker = null;
  }

  #send(request: LayoutRequest): void {
    try {
      this.#worker ??= this.#started();
      this.#worker.postMessage(request);
    } catch {
      this.cancel();
    }
  }

  #started(): LayoutWorker {
    const worker = this.#startWorker();
    worker.addEventListener('message', ({ data }) => this.#take(data));
    worker.addEventListener('error', () => {
      if (this.#worker === worker) this.#broke();
    });
    return worker;
  }

  #broke(): void {
    if (this.#pending === null) this.#worker = null;
    else this.cancel();
  }

  #take(reply: LayoutReply): void {
    const pending = this.#pending;
    if (pending?.request.id !== reply.id) return;
    this.#pending = null;
    if (reply.kind === 'failed') {
      giveSimple(pending);
      return;
    }
    this.#remember(pending.key, reply.layout);
    pending.done(reply.layout, false);
  }

  #remember(key: string, layout: GraphLayout): void {
    this.#known.set(key, layout);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }
}

function giveSimple({ request: { shape, direction }, done }: Pending): void {
  done(layoutByLevel(shape, direction), true);
}
