import type { Metadata } from "next";
import { ReceiptScreen } from "@/components/recovery/receipt-screen";
import { getReceipt } from "@/db/queries/recovery-history";
import { wellnessChoices } from "@/db/queries/wellness-choices";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { parseLocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { replayMorning } from "@/lib/services/replay-morning";

export const metadata: Metadata = { title: "Receipt" };

type ReceiptPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** `?day=2026-11-21`; without a day, or with one that is none, today's. */
export default async function ReceiptPage({ searchParams }: ReceiptPageProps) {
  const ctx = await requireAthlete();
  const today = localDayAt(ctx.now, ctx.timeZone);
  const asked = (await searchParams).day;
  const day = (typeof asked === "string" ? parseLocalDate(asked) : null) ?? today;
  const [receipt, choices] = await ctx.tx(async (tx) => [
    await getReceipt(tx, day),
    await wellnessChoices(tx, day),
  ]);
  const replay = receipt && (await replayMorning(ctx, day));
  const { timeZone } = ctx;
  return <ReceiptScreen {...{ day, today, receipt, replay, choices, timeZone }} />;
}
