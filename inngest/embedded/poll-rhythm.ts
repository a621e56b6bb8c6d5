/** A sender announces an event before its transaction is committed; so look again soon. */
const AFTER_WAKE_MS = 20;

/** How long to rest between two looks for work: longer and longer while there is none. */
export class PollRhythm {
  readonly #first: number;
  readonly #longest: number;
  #nextMs: number;
  #interrupt: (() => void) | null = null;
  #isWoken = false;

  constructor({ first, longest }: { readonly first: number; readonly longest: number }) {
    this.#first = first;
    this.#longest = longest;
    this.#nextMs = first;
  }

  /** There was work: the next rest is short. */
  quicken(): void {
    this.#nextMs = Math.min(this.#nextMs, AFTER_WAKE_MS);
  }

  /** Nothing is gained by hurry: the next rest is not one of the short ones. */
  calm(): void {
    this.#nextMs = Math.max(this.#nextMs, this.#first);
  }

  /** Ends the rest now, or skips the next one. */
  wake(): void {
    this.#isWoken = true;
    this.#interrupt?.();
  }

  /** Rests, at most until something known is due. */
  async rest(dueInMs: number | null): Promise<void> {
    if (!this.#isWoken) {
      const ms = Math.max(0, Math.min(this.#nextMs, dueInMs ?? Number.POSITIVE_INFINITY));
      await this.#sleep(ms);
    }
    this.#nextMs = this.#isWoken ? AFTER_WAKE_MS : this.#longer();
    this.#isWoken = false;
  }

  /** Rests this long, unless woken. */
  async restFor(ms: number): Promise<void> {
    this.#isWoken = false;
    await this.#sleep(ms);
  }

  /** Doubles quickly up to the first step, then to the longest rest. */
  #longer(): number {
    const doubled = this.#nextMs * 2;
    return this.#nextMs < this.#first
      ? Math.min(doubled, this.#first)
      : Math.min(doubled, this.#longest);
  }

  async #sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#interrupt = null;
  }
}
