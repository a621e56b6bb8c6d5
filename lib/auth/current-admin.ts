import "server-only";
import { headers } from "next/headers";
import { redirect, notFound as showNotFound } from "next/navigation";
import { AppError, notFound } from "@/lib/errors";
import { requestIdFrom } from "@/lib/request-context";
import { type AdminContext, adminContextForSession } from "./context";
import { type CurrentSession, getCurrentSession } from "./current-session";
import { signInPath } from "./sign-in-path";

/**
 * For the pages of whoever looks after the server. Somebody who is not signed in is sent to the
 * sign-in page; for everybody else who is no admin there is nothing here.
 */
export async function requireAdmin(): Promise<AdminContext> {
  const session = await getCurrentSession();
  if (!session) redirect(signInPath((await headers()).get("x-formline-path")));
  if (session.role !== "admin") showNotFound();
  return contextOf(session);
}

/** For handlers and actions: throws AppError "unauthenticated" or "not_found" instead. */
export async function requireAdminForApi(): Promise<AdminContext> {
  const session = await getCurrentSession();
  if (!session) throw new AppError("unauthenticated", "Please sign in.");
  if (session.role !== "admin") throw notFound("This page");
  return contextOf(session);
}

async function contextOf(session: CurrentSession): Promise<AdminContext> {
  return adminContextForSession(session, requestIdFrom((await headers()).get("x-request-id")));
}
