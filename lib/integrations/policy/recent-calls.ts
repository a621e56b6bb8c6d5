import { BREAKS_AT } from "./provider-limits";

/**
 * How the last calls went, by the clock. Cockatiel's SamplingBreaker moves its windows on with
 * the calls instead: where few are made, a failure of minutes ago would still count.
 */
export class RecentCalls {
  #calls: { readonly atMs: number; readonly hasFailed: boolean }[] = [];

  /** Notes a call down; true when so many have failed that no more should be made. */
  note(hasFailed: boolean, nowMs: number): boolean {
    this.#calls = this.#calls.filter(({ atMs }) => nowMs - atMs < BREAKS_AT.withinMs);
    this.#calls.push({ atMs: nowMs, hasFailed });
    const failed = this.#calls.filter((call) => call.hasFailed).length;
    return this.#calls.length >= BREAKS_AT.calls && failed >= this.#calls.length * BREAKS_AT.share;
  }

  forget(): void {
    this.#calls = [];
  }
}
