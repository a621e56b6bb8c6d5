import type { Metadata } from "next";
import { RecoveryScreen } from "@/components/recovery/recovery-screen";
import { recoveryFrom, recoveryViewFrom } from "@/components/recovery/recovery-view";
import { daySoFar } from "@/db/queries/day-so-far";
import { getRecoveryHistory, RANGE_LEAD_DAYS } from "@/db/queries/recovery-history";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { addDays } from "@/lib/dates/local-date";
import { wallClockAt } from "@/lib/dates/zoned-time";
import { isSkipped } from "@/lib/http/skipped-question";
import { awaitsCheckIn } from "@/lib/training/recovery/awaits-check-in";

export const metadata: Metadata = { title: "Recovery" };

type RecoveryPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RecoveryPage({ searchParams }: RecoveryPageProps) {
  const ctx = await requireAthlete();
  const view = recoveryViewFrom(await searchParams);
  const { day, hour } = wallClockAt(ctx.now, ctx.timeZone);
  const isCheckInSkipped = await isSkipped(ctx, "check-in", day);
  const { isVeiled, from, to, history } = await ctx.tx(async (tx) => {
    const soFar = await daySoFar(tx, day);
    const isVeiled = awaitsCheckIn({ ...soFar, isCheckInSkipped, hour });
    // Last night's values would give the score away, too.
    const to = isVeiled ? addDays(day, -1) : day;
    const from = recoveryFrom(view, to);
    return { isVeiled, from, to, history: await getRecoveryHistory(tx, from, to) };
  });
  return (
    <RecoveryScreen
      history={history}
      isVeiled={isVeiled}
      view={view}
      from={from}
      to={to}
      lead={RANGE_LEAD_DAYS}
      timeZone={ctx.timeZone}
    />
  );
}
