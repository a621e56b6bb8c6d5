import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { isUuid, type SessionId, type UserId } from "@/lib/ids";
import { authSecret } from "./auth-secret";

/** All that the cookie says: who, which session, and of which epoch. Never anything else. */
export type SessionClaims = {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly epoch: number;
};

type CookieJar = { get(name: string): { readonly value: string } | undefined };

export function sessionCookieName(): string {
  return env().isHttps ? "__Secure-formline.session" : "formline.session";
}

/** What the encrypted cookie claims; null when there is none or it is not ours. */
export async function readSessionToken(cookies: CookieJar): Promise<SessionClaims | null> {
  const token = cookies.get(sessionCookieName())?.value;
  if (!token) return null;
  try {
    const payload = await decode({ token, secret: authSecret() });
    return payload && parseClaims(payload);
  } catch {
    return null;
  }
}

function parseClaims(payload: Readonly<Record<string, unknown>>): SessionClaims | null {
  const { sub, sid, epoch } = payload;
  if (typeof sub !== "string" || typeof sid !== "string" || typeof epoch !== "number") return null;
  if (!isUuid(sub) || !isUuid(sid) || !Number.isSafeInteger(epoch)) return null;
  return { userId: sub as UserId, sessionId: sid as SessionId, epoch };
}
