import type { Metadata } from "next";
import { prepareToday } from "@/components/today/prepare-today";
import { TodayScreen } from "@/components/today/today-screen";
import { getToday } from "@/db/queries/today";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { weekBefore } from "@/lib/dates/week-before";
import { wallClockAt } from "@/lib/dates/zoned-time";
import { isSkipped } from "@/lib/http/skipped-question";
import { pack } from "@/lib/packed";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const ctx = await requireAthlete();
  const { day, hour } = wallClockAt(ctx.now, ctx.timeZone);
  const data = await ctx.tx((tx) => getToday(tx, day));
  const view = prepareToday(data, {
    now: ctx.now,
    timeZone: ctx.timeZone,
    hour,
    isCheckInSkipped: await isSkipped(ctx, "check-in", day),
    isWeekSkipped: await isSkipped(ctx, "week", weekBefore(day)),
    isModelOffered: ctx.ports.languageModel !== null,
  });
  return <TodayScreen packed={pack(view)} athleteId={ctx.athleteId} />;
}
