import type { Metadata } from "next";
import { RecoveryScreen } from "@/components/recovery/recovery-screen";
import { recoveryFrom, recoveryViewFrom } from "@/components/recovery/recovery-view";
import { getRecoveryHistory, RANGE_LEAD_DAYS } from "@/db/queries/recovery-history";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";

export const metadata: Metadata = { title: "Recovery" };

type RecoveryPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RecoveryPage({ searchParams }: RecoveryPageProps) {
  const ctx = await requireAthlete();
  const view = recoveryViewFrom(await searchParams);
  const to = localDayAt(ctx.now, ctx.timeZone);
  const from = recoveryFrom(view, to);
  const history = await ctx.tx((tx) => getRecoveryHistory(tx, from, to));
  return (
    <RecoveryScreen
      history={history}
      view={view}
      from={from}
      to={to}
      lead={RANGE_LEAD_DAYS}
      timeZone={ctx.timeZone}
    />
  );
}
