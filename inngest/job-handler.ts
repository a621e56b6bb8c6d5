import type { JobHandler } from "./embedded/call-function";

// One per process: Next loads modules once per bundle, and all of them must share it.
const holder = globalThis as { formlineJobHandler?: JobHandler };

/** Makes `/api/inngest` answer with these functions; null when they are stopped. */
export function publishJobHandler(handler: JobHandler | null): void {
  if (handler) holder.formlineJobHandler = handler;
  else delete holder.formlineJobHandler;
}

/** Answers a call from outside: 503 until the functions are up, 401 unless it is signed. */
export async function handleJobRequest(request: Request): Promise<Response> {
  const handler = holder.formlineJobHandler;
  if (handler) return handler(request);
  return Response.json({ message: "Not ready" }, { status: 503, headers: { "retry-after": "5" } });
}
