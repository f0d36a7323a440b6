/**
 * Strongly connected parts of more than one node, by Tarjan's method with an explicit stack:
 * a chain of ten thousand steps must not overflow the call stack.
 */
export function knots(edges: ReadonlyMap<string, readonly string[]>): readonly ReadonlySet<string>[] {
  return new KnotFinder(edges).find();
}

interface Visit {
  readonly name: string;
  next: number;
}

class KnotFinder {
  readonly #edges: ReadonlyMap<string, readonly string[]>;
  readonly #order = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();
  readonly #found: Set<string>[] = [];

  constructor(edges: ReadonlyMap<string, readonly string[]>) {
    this.#edges = edges;
  }

  find(): readonly ReadonlySet<string>[] {
    for (const name of this.#edges.keys()) {
      if (!this.#order.has(name)) this.#walk(name);
    }
    return this.#found;
  }

  #walk(root: string): void {
    const visits: Visit[] = [this.#enter(root)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = this.#edges.get(visit.name)?.[visit.next];
      visit.next += 1;
      if (target === undefined) {
        visits.pop();
        this.#leave(visit.name, visits.at(-1)?.name);
      } else if (!this.#order.has(target)) {
        if (this.#edges.has(target)) visits.push(this.#enter(target));
      } else if (this.#isOpen.has(target)) {
        this.#lower(visit.name, this.#order.get(target) ?? 0);
      }
    }
  }

  #enter(name: string): Visit {
    this.#order.set(name, this.#order.size);
    this.#low.set(name, this.#order.size - 1);
    this.#open.push(name);
    this.#isOpen.add(name);
    return { name, next: 0 };
  }

  #leave(name: string, caller: string | undefined): void {
    const low = this.#low.get(name) ?? 0;
    if (caller !== undefined) this.#lower(caller, low);
    if (low !== this.#order.get(name)) return;
    const part = new Set(this.#open.splice(this.#open.lastIndexOf(name)));
    for (const member of part) this.#isOpen.delete(member);
    if (part.size > 1) this.#found.push(part);
  }

  #lower(name: string, value: number): void {
    this.#low.set(name, Math.min(this.#low.get(name) ?? value, value));
  }
}
