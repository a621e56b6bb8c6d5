import "server-only";
import { cookies, headers } from "next/headers";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { assertSameOrigin } from "@/lib/http/assert-same-origin";
import { requestIdFrom } from "@/lib/request-context";
import { endAllSessions } from "@/lib/services/end-all-sessions";
import { endSession } from "@/lib/services/end-session";
import { systemContext } from "./context";
import { getCurrentSession } from "./current-session";
import { requestOrigin } from "./request-origin";
import { sessionCookieName } from "./session-token";

/** Revokes this browser's session, or all of its user's, and takes the cookie away. */
export async function endCurrentSession(which: "this" | "all"): Promise<void> {
  const incoming = await headers();
  assertSameOrigin(incoming);
  const session = await getCurrentSession();
  if (session) {
    const ctx = systemContext({ requestId: requestIdFrom(incoming.get("x-request-id")) });
    const origin = requestOrigin(incoming);
    if (which === "all") await endAllSessions(ctx, session.userId, origin);
    else await endSession(ctx, session, origin).catch(ignoreNotFound);
  }
  await clearSessionCookie();
}

/** Takes the cookie away; Next then also forgets the pages that it kept for this browser. */
export async function clearSessionCookie(): Promise<void> {
  // With the attributes of the cookie itself: a "__Secure-" one cannot be removed without.
  const attributes = { httpOnly: true, sameSite: "lax", path: "/", secure: env().isHttps } as const;
  (await cookies()).set(sessionCookieName(), "", { ...attributes, maxAge: 0 });
}

/** Two clicks at once: the other one ended it. */
function ignoreNotFound(error: unknown): void {
  if (!(error instanceof AppError && error.code === "not_found")) throw error;
}
