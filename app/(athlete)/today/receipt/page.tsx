import type { Metadata } from "next";
import { ReceiptScreen } from "@/components/recovery/receipt-screen";
import { daySoFar } from "@/db/queries/day-so-far";
import { getReceipt } from "@/db/queries/recovery-history";
import { wellnessChoices } from "@/db/queries/wellness-choices";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { parseLocalDate } from "@/lib/dates/local-date";
import { wallClockAt } from "@/lib/dates/zoned-time";
import { isSkipped } from "@/lib/http/skipped-question";
import { replayMorning } from "@/lib/services/replay-morning";
import { awaitsCheckIn } from "@/lib/training/recovery/awaits-check-in";

export const metadata: Metadata = { title: "Receipt" };

type ReceiptPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** `?day=2026-11-21`; without a day, or with one that is none, today's. */
export default async function ReceiptPage({ searchParams }: ReceiptPageProps) {
  const ctx = await requireAthlete();
  const { day: today, hour } = wallClockAt(ctx.now, ctx.timeZone);
  const asked = (await searchParams).day;
  const day = (typeof asked === "string" ? parseLocalDate(asked) : null) ?? today;
  const isCheckInSkipped = await isSkipped(ctx, "check-in", today);
  const { isVeiled, receipt, choices } = await ctx.tx(async (tx) => {
    const soFar = await daySoFar(tx, today);
    const isVeiled = day === today && awaitsCheckIn({ ...soFar, isCheckInSkipped, hour });
    if (isVeiled) return { isVeiled, receipt: null, choices: [] };
    const receipt = await getReceipt(tx, day);
    return { isVeiled, receipt, choices: await wellnessChoices(tx, day) };
  });
  const replay = receipt && (await replayMorning(ctx, day));
  const { timeZone } = ctx;
  return <ReceiptScreen {...{ day, today, isVeiled, receipt, replay, choices, timeZone }} />;
}
