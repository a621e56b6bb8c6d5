import type { Op } from "./call-function";

/** What becomes of a result: "kept", or the call must end because the run is not to go on in it. */
export type Checkpoint = (ops: readonly Op[]) => Promise<"kept" | "halt">;

const PATH = /^\/v1\/checkpoint\/([^/]+)\/async$/;

/**
 * Within one call a function runs steps one after another and reports each result before it
 * begins the next. Here the reports find the driver of their run.
 */
export class Checkpoints {
  readonly #takers = new Map<string, Checkpoint>();

  /** While `work` runs, the results of this run's steps go to `take`. */
  async during<T>(runId: string, take: Checkpoint, work: () => Promise<T>): Promise<T> {
    this.#takers.set(runId, take);
    try {
      return await work();
    } finally {
      this.#takers.delete(runId);
    }
  }

  /** Answers the SDK's report; null for any other request. An error of `take` makes it try again. */
  async answer(pathname: string, body: unknown): Promise<Response | null> {
    const runId = PATH.exec(pathname)?.[1];
    if (runId === undefined) return null;
    const take = this.#takers.get(decodeURIComponent(runId));
    const { steps } = body as { readonly steps: readonly Op[] };
    const result = take ? await take(steps) : "halt";
    // To a conflict the SDK ends the call; anything else it takes as done.
    return Response.json({}, { status: result === "kept" ? 200 : 409 });
  }
}
