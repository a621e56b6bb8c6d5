import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/errors";
import { requestIdFrom } from "@/lib/request-context";
import { type AthleteContext, athleteContextForSession } from "./context";
import { getCurrentSession } from "./current-session";
import { signInPath } from "./sign-in-path";

/**
 * For pages and layouts: the signed-in athlete's context, one per request. Someone who is
 * not signed in is sent to the sign-in page and back afterwards.
 */
export async function requireAthlete(): Promise<AthleteContext> {
  const context = await currentAthlete();
  if (!context) redirect(signInPath((await headers()).get("x-formline-path")));
  return context;
}

/** For actions and route handlers: throws AppError "unauthenticated" instead of redirecting. */
export async function requireAthleteForApi(): Promise<AthleteContext> {
  const context = await currentAthlete();
  if (!context) throw new AppError("unauthenticated", "Please sign in.");
  return context;
}

const currentAthlete = cache(async (): Promise<AthleteContext | null> => {
  const session = await getCurrentSession();
  if (!session) return null;
  const { athlete, userId } = session;
  if (!athlete) throw new AppError("forbidden", "This account follows no training of its own.");
  const requestId = requestIdFrom((await headers()).get("x-request-id"));
  return athleteContextForSession({ userId, athlete }, requestId);
});
