import type { VendorAnswer } from "../vendors/vendor-server";
import { errorBody, type PlayedRequest, playedRequest } from "./anthropic-messages";
import { checkedBatchParams, isRefusal } from "./refusals";
import type { Mood } from "./start-anthropic-server";

type Item = { readonly custom_id: string; readonly params: unknown };
type Batch = {
  readonly id: string;
  readonly items: readonly Item[];
  readonly createdMs: number;
  polls: number;
  state: "in_progress" | "canceling" | "ended";
  isCanceled: boolean;
  canceledMs: number | null;
};

type World = {
  readonly now: () => number;
  readonly written: (request: PlayedRequest, how: Mood, isBatch: boolean) => unknown;
  readonly takeMood: () => Mood;
  readonly url: () => string;
};

const NEW = { state: "in_progress", isCanceled: false, canceledMs: null } as const;
const EXPIRES_MS = 24 * 3_600_000;

/** Message batches: worked off after some polls, expired after a day, results in any order. */
export function playedBatches({ now, written, takeMood, url }: World) {
  const batches = new Map<string, Batch>();
  let made = 0;
  let pollsUntilEnd = 1;
  let pollsUntilStop = 0;

  const isLate = ({ createdMs }: Batch) => now() > createdMs + EXPIRES_MS;
  const resultOf = ({ custom_id, params }: Item, unanswered: "canceled" | "expired" | null) => {
    if (unanswered) return { custom_id, result: { type: unanswered } };
    // Questions are looked at when they are worked off, not when they are sent.
    const read = checkedBatchParams(params);
    const errored = (type: string, message: string) => ({
      ...{ custom_id, result: { type: "errored", error: errorBody(type, message) } },
    });
    const how = takeMood();
    if (how === "expired") return { custom_id, result: { type: "expired" } };
    if (isRefusal(read)) {
      const type = read.status === 404 ? "not_found_error" : "invalid_request_error";
      return errored(type, read.message);
    }
    if (how === "errored" || typeof how === "object") return errored("api_error", "as told");
    const message = written(playedRequest(read), how, true);
    return { custom_id, result: { type: "succeeded", message } };
  };
  const shown = (batch: Batch) => {
    const { id, items, createdMs, canceledMs, state } = batch;
    const isEnded = state === "ended";
    // Each one's own outcome is known when it is asked for.
    const end = batch.isCanceled ? "canceled" : isLate(batch) ? "expired" : "succeeded";
    return {
      ...{ id, type: "message_batch", processing_status: state },
      request_counts: {
        processing: isEnded ? 0 : items.length,
        ...{ succeeded: 0, errored: 0, canceled: 0, expired: 0 },
        ...(isEnded && { [end]: items.length }),
      },
      created_at: new Date(createdMs).toISOString(),
      expires_at: new Date(createdMs + EXPIRES_MS).toISOString(),
      ended_at: isEnded ? new Date(now()).toISOString() : null,
      cancel_initiated_at: canceledMs === null ? null : new Date(canceledMs).toISOString(),
      archived_at: null,
      results_url: isEnded ? `${url()}/v1/messages/batches/${id}/results` : null,
    };
  };
  return {
    create(items: readonly Item[]): VendorAnswer {
      const id = `msgbatch_${++made}`;
      const batch: Batch = { id, items, createdMs: now(), polls: 0, ...NEW };
      batches.set(id, batch);
      return { json: shown(batch) };
    },
    show(id: string): VendorAnswer | null {
      const batch = batches.get(id);
      if (!batch) return null;
      batch.polls += 1;
      const most = batch.isCanceled ? pollsUntilStop : pollsUntilEnd;
      if (batch.polls > most || isLate(batch)) batch.state = "ended";
      return { json: shown(batch) };
    },
    list(query: URLSearchParams): VendorAnswer {
      const all = [...batches.values()].reverse();
      const after = all.findIndex(({ id }) => id === query.get("after_id"));
      const data = all.slice(after + 1, after + 1 + Number(query.get("limit") ?? 20));
      const has_more = after + 1 + data.length < all.length;
      const ends = { first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
      return { json: { data: data.map(shown), has_more, ...ends } };
    },
    results(id: string): VendorAnswer | null {
      const batch = batches.get(id);
      if (batch?.state !== "ended") return null;
      const unanswered = batch.isCanceled ? "canceled" : isLate(batch) ? "expired" : null;
      const lines = [...batch.items]
        .reverse()
        .map((item) => JSON.stringify(resultOf(item, unanswered)));
      const headers = { "content-type": "application/binary" };
      return { headers, body: lines.map((line) => `${line}\n`).join("") };
    },
    cancel(id: string): VendorAnswer | null {
      const batch = batches.get(id);
      if (!batch) return null;
      if (batch.state === "in_progress")
        Object.assign(batch, {
          ...{ state: "canceling", isCanceled: true, canceledMs: now(), polls: 0 },
        });
      return { json: shown(batch) };
    },
    remove(id: string): VendorAnswer | null {
      const batch = batches.get(id);
      if (!batch) return null;
      if (batch.state !== "ended") {
        return { status: 400, json: errorBody("invalid_request_error", "still being worked off") };
      }
      batches.delete(id);
      return { json: { id, type: "message_batch_deleted" } };
    },
    ids: () => [...batches.keys()],
    forget: () => batches.clear(),
    endAfter: (polls: number) => {
      pollsUntilEnd = polls;
    },
    stopAfter: (polls: number) => {
      pollsUntilStop = polls;
    },
  };
}
