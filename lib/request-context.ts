import { AsyncLocalStorage } from "node:async_hooks";

/** What every log line of one piece of work carries. Never anything that names a person. */
export type RequestContext = {
  readonly requestId: string;
  readonly userIdHash?: string;
  /** The file pattern ("/activities/[activityId]"), never the raw URL. */
  readonly route?: string;
  readonly runId?: string;
  readonly step?: string;
  /** Tries of the job before this one. */
  readonly attempt?: number;
};

const REQUEST_ID = /^[\w-]{8,64}$/;

// One store per process: Next loads modules once per bundle, and all of them must share it.
const holder = globalThis as { formlineRequests?: AsyncLocalStorage<RequestContext> };
holder.formlineRequests ??= new AsyncLocalStorage<RequestContext>();
const requests = holder.formlineRequests;

/** Runs `work` so that everything logged inside carries `context` (added to what is already there). */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return requests.run({ ...requests.getStore(), ...context }, work);
}

/** The context of the work that is running now; undefined outside of any. */
export function currentRequestContext(): RequestContext | undefined {
  return requests.getStore();
}

/** The id that a caller sent when it is well-formed, otherwise a new one. */
export function requestIdFrom(received: string | null | undefined): string {
  return received && REQUEST_ID.test(received) ? received : crypto.randomUUID();
}
