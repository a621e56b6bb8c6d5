import type { Route } from "next";

/** The page after sign-in: a path of this site, never an address of another. */
export function safeNextPath(next: string | null | undefined): Route {
  if (!next?.startsWith("/") || /^\/[/\\]|[\\\s]/.test(next)) return "/today" as Route;
  const leadsBack = /^\/(api|sign-in|sign-up)(\/|\?|$)/.test(next);
  return (leadsBack ? "/today" : next) as Route;
}

/** Where somebody who is not signed in goes, and comes back from. */
export function signInPath(from: string | null): Route {
  const next = safeNextPath(from);
  return (next === "/today" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`) as Route;
}
