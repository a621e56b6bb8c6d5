import "server-only";
import { cache } from "react";
import { activityStreams } from "@/db/queries/activity-streams";
import { requireAthlete } from "@/lib/auth/current-athlete";

/** The streams of the page's activity, read and unpacked once however many sections ask. */
export const loadStreams = cache(async (activityId: string) => {
  const ctx = await requireAthlete();
  return ctx.tx((tx) => activityStreams(tx, activityId));
});
