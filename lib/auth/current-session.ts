import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { getDatabase } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { findLiveSession, type LiveSession } from "@/db/queries/system";
import { readSessionToken } from "./session-token";
import { touchSession } from "./touch-session";

export type CurrentSession = LiveSession;

/**
 * Who is signed in, or null. The cookie proves nothing by itself: one indexed query says
 * whether its session is still live (not revoked, not expired, of the current epoch).
 * Asked once per request, however often it is called.
 */
export const getCurrentSession = cache(async (): Promise<CurrentSession | null> => {
  const claims = await readSessionToken(await cookies());
  if (!claims) return null;
  const now = new Date();
  const session = await lookUpAsSystem(getDatabase())((tx) => findLiveSession(tx, claims, now));
  if (session) touchSession(session, now);
  return session;
});
