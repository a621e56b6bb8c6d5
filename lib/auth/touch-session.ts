import "server-only";
import { getDatabase } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { extendSession } from "@/db/mutations/sessions";
import type { SessionId } from "@/lib/ids";
import { logger } from "@/lib/logger";
import { daysAfter, IDLE_DAYS, TOUCH_INTERVAL_MS } from "./session-lifetime";

/** Notes that a session is in use; at most once in five minutes, and nobody waits for it. */
export function touchSession(
  session: { readonly sessionId: SessionId; readonly lastSeenAt: Date },
  now: Date,
): void {
  if (now.getTime() - session.lastSeenAt.getTime() < TOUCH_INTERVAL_MS) return;
  lookUpAsSystem(getDatabase())((tx) =>
    extendSession(tx, session.sessionId, now, daysAfter(now, IDLE_DAYS)),
  ).catch((error) => logger().warn({ err: error }, "could not note that a session is in use"));
}
