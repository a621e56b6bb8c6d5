import type { VendorAnswer } from "../vendors/vendor-server";
import { errorBody, objection, type PlayedRequest } from "./anthropic-messages";
import type { Mood } from "./start-anthropic-server";

type Item = { readonly custom_id: string; readonly params: PlayedRequest };
type Batch = {
  readonly id: string;
  readonly items: readonly Item[];
  readonly createdMs: number;
  polls: number;
  state: "in_progress" | "canceling" | "ended";
  isCanceled: boolean;
};

type World = {
  readonly now: () => number;
  readonly written: (request: PlayedRequest, how: Mood, isBatch: boolean) => unknown;
  readonly takeMood: () => Mood;
  readonly url: () => string;
};

const NEW = { state: "in_progress", isCanceled: false } as const;
const CUSTOM_ID = /^[a-zA-Z0-9_-]{1,64}$/;
const EXPIRES_MS = 24 * 3_600_000;

/** Message batches: worked off after some polls, expired after a day, results in any order. */
export function playedBatches({ now, written, takeMood, url }: World) {
  const batches = new Map<string, Batch>();
  let made = 0;
  let pollsUntilEnd = 1;
  let pollsUntilStop = 0;

  const resultOf = ({ custom_id, params }: Item, unanswered: "canceled" | "expired" | null) => {
    if (unanswered) return { custom_id, result: { type: unanswered } };
    // Questions are looked at when they are worked off, not when they are sent.
    const wrong = objection({ ...params });
    const how = takeMood();
    const isErrored = wrong !== null || how === "errored" || typeof how === "object";
    if (how === "expired") return { custom_id, result: { type: "expired" } };
    if (isErrored) {
      const type = wrong === null ? "api_error" : "invalid_request_error";
      return { custom_id, result: { type: "errored", error: errorBody(type, wrong ?? "as told") } };
    }
    return { custom_id, result: { type: "succeeded", message: written(params, how, true) } };
  };
  const shown = (batch: Batch) => {
    const { id, items, createdMs, state } = batch;
    const isEnded = state === "ended";
    return {
      ...{ id, type: "message_batch", processing_status: state },
      request_counts: {
        processing: isEnded ? 0 : items.length,
        succeeded: isEnded ? items.length : 0,
        ...{ errored: 0, canceled: 0, expired: 0 },
      },
      created_at: new Date(createdMs).toISOString(),
      expires_at: new Date(createdMs + EXPIRES_MS).toISOString(),
      ended_at: isEnded ? new Date(now()).toISOString() : null,
      cancel_initiated_at: null,
      archived_at: null,
      results_url: isEnded ? `${url()}/v1/messages/batches/${id}/results` : null,
    };
  };
  return {
    create(items: readonly Item[]): VendorAnswer | null {
      const ids = new Set(items.map(({ custom_id }) => custom_id));
      if (ids.size !== items.length || ![...ids].every((id) => CUSTOM_ID.test(id))) return null;
      const id = `msgbatch_${++made}`;
      const batch: Batch = { id, items, createdMs: now(), polls: 0, ...NEW };
      batches.set(id, batch);
      return { json: shown(batch) };
    },
    show(id: string): VendorAnswer | null {
      const batch = batches.get(id);
      if (!batch) return null;
      batch.polls += 1;
      const isLate = now() > batch.createdMs + EXPIRES_MS;
      const most = batch.isCanceled ? pollsUntilStop : pollsUntilEnd;
      if (batch.polls > most || isLate) batch.state = "ended";
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
      const isLate = now() > batch.createdMs + EXPIRES_MS;
      const unanswered = batch.isCanceled ? "canceled" : isLate ? "expired" : null;
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
        Object.assign(batch, { state: "canceling", isCanceled: true, polls: 0 });
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
