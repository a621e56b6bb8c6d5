import { BREAKS_AT } from "./provider-limits";

/**
 * How the last calls went, by the clock. Cockatiel's SamplingBreaker moves its windows on with
 * the calls instead: where few are made, a failure of minutes ago would still count. A morning of
 * many athletes makes hundreds of calls a second, so none is looked at twice.
 */
export class RecentCalls {
  #calls: { readonly atMs: number; readonly hasFailed: boolean }[] = [];
  #first = 0;
  #failed = 0;

  /** Notes a call down; true when so many have failed that no more should be made. */
  note(hasFailed: boolean, nowMs: number): boolean {
    this.#calls.push({ atMs: nowMs, hasFailed });
    if (hasFailed) this.#failed += 1;
    this.#forgetBefore(nowMs - BREAKS_AT.withinMs);
    const calls = this.#calls.length - this.#first;
    return calls >= BREAKS_AT.calls && this.#failed >= calls * BREAKS_AT.share;
  }

  forget(): void {
    this.#calls = [];
    this.#first = 0;
    this.#failed = 0;
  }

  #forgetBefore(pastMs: number): void {
    for (let call = this.#calls[this.#first]; call && call.atMs <= pastMs; ) {
      if (call.hasFailed) this.#failed -= 1;
      this.#first += 1;
      call = this.#calls[this.#first];
    }
    if (this.#first < this.#calls.length / 2) return;
    this.#calls = this.#calls.slice(this.#first);
    this.#first = 0;
  }
}
