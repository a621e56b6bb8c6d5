import "server-only";
import { getDatabase } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { listLiveSessions, type SessionSummary } from "@/db/queries/system";
import { requireSession } from "./require-session";

export type ListedSession = SessionSummary & { readonly isCurrent: boolean };

/** Where the signed-in person is signed in, this browser first, then the last used. */
export async function listSessions(): Promise<ListedSession[]> {
  const { userId, sessionId } = await requireSession();
  const now = new Date();
  const sessions = await lookUpAsSystem(getDatabase())((tx) => listLiveSessions(tx, userId, now));
  return sessions
    .map((session) => ({ ...session, isCurrent: session.sessionId === sessionId }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
