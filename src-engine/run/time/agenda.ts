/**
 * What will happen in a run, ordered by virtual time; things at the same time keep the order they were planned in.
 */
export interface Planned<Item> {
  readonly at: number;
  readonly order: number;
  readonly item: Item;
}

export class Agenda<Item> {
  #heap: Planned<Item>[] = [];
  #order = 0;

  get size(): number {
    return this.#heap.length;
  }

  add(at: number, item: Item): void {
    this.#heap.push({ at, order: this.#order++, item });
    this.#up(this.#heap.length - 1);
  }

  peek(): Planned<Item> | undefined {
    return this.#heap[0];
  }

  next(): Planned<Item> | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    this.#heap[0] = last;
    this.#down(0);
    return first;
  }

  /** Takes out everything that matches. */
  remove(matches: (item: Item) => boolean): readonly Item[] {
    const removed = this.#heap.filter((planned) => matches(planned.item));
    this.#rebuild(this.#heap.filter((planned) => !matches(planned.item)));
    return removed.map((planned) => planned.item);
  }

  /** Moves everything planned before `until` to `until`, in its old order: nothing can happen in between. */
  delayUntil(until: number): void {
    this.#rebuild(
      this.#heap
        .sort(before)
        .map((planned) => (planned.at < until ? { ...planned, at: until, order: this.#order++ } : planned)),
    );
  }

  /** Changes what is planned; what keeps its time keeps its turn. */
  revise(change: (planned: Planned<Item>) => Planned<Item>): void {
    this.#rebuild(this.#heap.map(change));
  }

  #rebuild(items: Planned<Item>[]): void {
    // A sorted array is a heap.
    this.#heap = items.sort(before);
  }

  #up(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) return;
      index = parent;
    }
  }

  #down(start: number): void {
    let index = start;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const child = this.#earlier(right, left) ? right : left;
      if (!this.#swapIfEarlier(child, index)) return;
      index = child;
    }
  }

  #earlier(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    return first !== undefined && (second === undefined || before(first, second) < 0);
  }

  #swapIfEarlier(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    if (first === undefined || second === undefined || before(first, second) >= 0) return false;
    this.#heap[a] = second;
    this.#heap[b] = first;
    return true;
  }
}

function before<Item>(a: Planned<Item>, b: Planned<Item>): number {
  return a.at - b.at || a.order - b.order;
}
