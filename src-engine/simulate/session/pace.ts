/**
 * Decides when a run may go on: at once, when the virtual clock has reached the time, one event at a time, or not at all.
 *
 * No machine's clock is read: virtual time passes in ticks of a timer. A tick that is late makes the run slower, never the
 * log different. Every control takes effect at once, also in the middle of a wait.
 */
export type Speed = 1 | 10 | 100 | 'max';

/** How much may happen now: everything, what lies before the clock, or what one more event takes. */
export type Leave = 'all' | 'clock' | 'one';

/** Waits in real time; rejects when the signal is aborted. Tests pass one that does not wait. */
export type Tick = (ms: number, signal: AbortSignal) => Promise<unknown>;

export interface PaceOptions {
  readonly startMs: number;
  readonly speed: Speed;
  readonly paused: boolean;
  readonly tick: Tick;
  /** Told when the clock has moved by itself. */
  readonly onTick: () => void;
  /** Told when whoever asked has to wait for a control. */
  readonly onRest?: () => void;
}

/** Twenty times a second: smooth to watch, cheap to do. */
const TICK_MS = 50;

/** Thrown to whoever waits when the run is stopped. */
export class RunStopped extends Error {
  constructor() {
    super('the run was stopped');
  }
}

export class Pace {
  readonly #options: PaceOptions;
  #speed: Speed;
  #isPaused: boolean;
  #isStopped = false;
  #steps = 0;
  #isRushing = false;
  #isResting = false;
  #clock: number;
  #wake = new AbortController();

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#speed = options.speed;
    this.#isPaused = options.paused;
    this.#clock = options.startMs;
  }

  get speed(): Speed {
    return this.#speed;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Whether a control is waited for: everything that was let through has happened. */
  get isResting(): boolean {
    return this.#isResting;
  }

  /** Virtual milliseconds since 1970. */
  get clock(): number {
    return this.#clock;
  }

  /** How far step ends may be written together without rows running ahead of what is shown. */
  get horizon(): number {
    if (this.#isPaused) return -Infinity;
    return this.#isRushing || this.#speed === 'max' ? Infinity : this.#clock;
  }

  /** Waits until something planned for the virtual time `at` may happen; throws `RunStopped` when it never may. */
  async reach(at: number): Promise<Leave> {
    for (;;) {
      if (this.#isStopped) throw new RunStopped();
      if (this.#steps > 0) return 'one';
      if (this.#isPaused) await this.#woken();
      else if (this.#isRushing || this.#speed === 'max') return 'all';
      else if (this.#clock >= at) return 'clock';
      else await this.#tick(this.#speed);
    }
  }

  /** What happened at `at` is shown: the clock is there. A step it was asked for is done. */
  shown(at: number, leave: Leave): void {
    this.#clock = Math.max(this.#clock, at);
    if (leave === 'one' && this.#steps > 0) this.#steps -= 1;
  }

  pause(): void {
    this.#isPaused = true;
    this.#isRushing = false;
    this.#change();
  }

  resume(): void {
    this.#isPaused = false;
    this.#isRushing = false;
    this.#steps = 0;
    this.#change();
  }

  /** Goes on without waiting for the clock until somebody pauses; the speed stays what it was. */
  rush(): void {
    this.#isPaused = false;
    this.#isRushing = true;
    this.#steps = 0;
    this.#change();
  }

  /** Lets one more event through, and pauses. */
  step(): void {
    this.#isPaused = true;
    this.#isRushing = false;
    this.#steps += 1;
    this.#change();
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#change();
  }

  stop(): void {
    this.#isStopped = true;
    this.#change();
  }

  #change(): void {
    const before = this.#wake;
    this.#isResting = false;
    this.#wake = new AbortController();
    before.abort();
  }

  async #woken(): Promise<void> {
    const { signal } = this.#wake;
    this.#isResting = true;
    this.#options.onRest?.();
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  async #tick(speed: number): Promise<void> {
    const { signal } = this.#wake;
    try {
      await this.#options.tick(TICK_MS, signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    if (signal.aborted) return;
    this.#clock += TICK_MS * speed;
    this.#options.onTick();
  }
}
