import type { OpenDatabase } from "@/db/client";
import { insertSession } from "@/db/mutations/sessions";
import { runAsSystem } from "@/db/run-as-system";
import type { UserId } from "@/lib/ids";
import { cookieFor, holdCookie } from "./held-cookie";

const HOUR_MS = 3_600_000;

/** From now on the browser is signed in as this person, for an hour. */
export async function signedIn(database: OpenDatabase, userId: UserId): Promise<void> {
  const now = new Date();
  const later = new Date(now.getTime() + HOUR_MS);
  const times = { now, idleExpiresAt: later, absoluteExpiresAt: later };
  const sessionId = await runAsSystem(database)((tx) =>
    insertSession(tx, { userId, ...times, userAgent: null, addressPrefix: null }),
  );
  holdCookie(await cookieFor({ userId, sessionId, epoch: 0 }));
}
