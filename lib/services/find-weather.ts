import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { saveWeather } from "@/db/mutations/save-weather";
import {
  type ActivityWithoutWeather,
  activitiesWithoutWeather,
} from "@/db/queries/activities-without-weather";
import { activityStreams } from "@/db/queries/activity-streams";
import type { AthleteContext } from "@/lib/auth/context";
import type { WeatherHistory } from "@/lib/integrations/ports";
import { type ActivityWeather, activityWeather } from "@/lib/training/activity/activity-weather";
import { trackMiddle } from "@/lib/training/activity/track-middle";

/** One step's worth: some ten seconds when the service is quick. */
const PART = 20;
/** Between two questions: a decade of activities is a load for whoever gives the answers away. */
const BETWEEN_MS = 250;
const DAY_MS = 86_400_000;
/** Archives of weather are some days behind; what is older and unknown stays so. */
const LATE_DAYS = 10;

/**
 * Finds out the weather of up to twenty activities, newest first, and keeps it. Returns the id
 * to go on after, null when none is left. Throws AppError "unavailable" when the service fails;
 * what was kept stays.
 */
export async function findWeather(
  ctx: AthleteContext,
  after: string | null,
): Promise<{ found: number; lastId: string | null }> {
  const { weather } = ctx.ports;
  if (weather === null) return { found: 0, lastId: null };
  const part = await ctx.tx((tx) => activitiesWithoutWeather(tx, { after, limit: PART }));
  let found = 0;
  for (const activity of part) {
    const told = await askFor(ctx, weather, activity);
    const isKnown = Object.values(told).some((value) => value !== null);
    if (!isKnown && isLateFor(ctx.now, activity)) continue;
    await ctx.tx((tx) => saveWeather(tx, activity.id, told));
    if (isKnown) found++;
  }
  return { found, lastId: part.length < PART ? null : (part.at(-1)?.id ?? null) };
}

async function askFor(
  ctx: AthleteContext,
  weather: WeatherHistory,
  { id, startedAt, elapsedS }: ActivityWithoutWeather,
): Promise<ActivityWeather> {
  const fromEpochS = Math.floor(startedAt.getTime() / 1000);
  const streams = await ctx.tx((tx) => activityStreams(tx, id));
  const place = streams === null ? null : trackMiddle(streams);
  if (place === null) return activityWeather([], fromEpochS, elapsedS);
  const hours = await weather.hours({ ...place, fromEpochS, toEpochS: fromEpochS + elapsedS });
  await pause(BETWEEN_MS);
  return activityWeather(hours, fromEpochS, elapsedS);
}

function isLateFor(now: Date, { startedAt }: ActivityWithoutWeather): boolean {
  return now.getTime() - startedAt.getTime() < LATE_DAYS * DAY_MS;
}
