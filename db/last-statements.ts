import type { WithCommit } from "./client";

/** What a transaction was given to end with. */
export class LastStatements {
  readonly #given: Promise<unknown>[] = [];

  readonly add: WithCommit = (last) => {
    // Heard of at the end; until then a failure is not one that nobody has seen.
    last.catch(() => undefined);
    this.#given.push(last);
  };

  /** Throws what the first of them failed of, which is why any later one failed too. */
  async settled(): Promise<void> {
    for (const last of this.#given) await last;
  }

  /** Why the work failed: what failed after one of these says only that something has. */
  async causeOf(thrown: unknown): Promise<unknown> {
    return this.settled().then(
      () => thrown,
      (error: unknown) => error,
    );
  }
}
