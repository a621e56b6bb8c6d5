import "server-only";
import { AppError } from "@/lib/errors";
import { type CurrentSession, getCurrentSession } from "./current-session";

/** The session of whoever is signed in; throws AppError "unauthenticated" otherwise. */
export async function requireSession(): Promise<CurrentSession> {
  const session = await getCurrentSession();
  if (!session) throw new AppError("unauthenticated", "Please sign in.");
  return session;
}
