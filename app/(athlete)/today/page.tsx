import type { Metadata } from "next";
import { cookies } from "next/headers";
import { prepareToday } from "@/components/today/prepare-today";
import { TodayScreen } from "@/components/today/today-screen";
import { getToday } from "@/db/queries/today";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { wallClockAt } from "@/lib/dates/zoned-time";
import { pack } from "@/lib/packed";
import { CHECK_IN_SKIPPED_COOKIE, checkInSkippedValue } from "@/lib/schemas/check-in";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const ctx = await requireAthlete();
  const { day, hour } = wallClockAt(ctx.now, ctx.timeZone);
  const data = await ctx.tx((tx) => getToday(tx, day));
  const skipped = (await cookies()).get(CHECK_IN_SKIPPED_COOKIE)?.value;
  const isCheckInSkipped = skipped === checkInSkippedValue(ctx.athleteId, day);
  const view = prepareToday(data, {
    now: ctx.now,
    timeZone: ctx.timeZone,
    hour,
    isCheckInSkipped,
    isModelOffered: ctx.ports.languageModel !== null,
  });
  return <TodayScreen packed={pack(view)} athleteId={ctx.athleteId} />;
}
