import type { Metadata } from "next";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { factsFor } from "@/lib/services/facts-for";
import { remember } from "@/lib/services/remember";
import { SettingsHeader } from "../_components/settings-header";
import { EntriesCard } from "./_components/entries-card";
import { KnownCard } from "./_components/known-card";
import { MemoryCard } from "./_components/memory-card";

export const metadata: Metadata = { title: "What Formline knows" };

const DAYS_BACK = 730;
const DAYS_AHEAD = 730;

export default async function ContextPage() {
  const ctx = await requireAthlete();
  const today = localDayAt(ctx.now, ctx.timeZone);
  const entries = await ctx.tx((tx) =>
    contextEventsBetween(tx, addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)),
  );
  const { value: facts } = await factsFor(ctx, { day: today, findings: [], mayReadNotes: false });
  const { weeks, months } = await remember(ctx, today);
  return (
    <>
      <SettingsHeader current="context" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <EntriesCard
            today={today}
            entries={entries.map(({ createdAt: _createdAt, ...entry }) => entry)}
          />
          <MemoryCard weeks={weeks} months={months} units={facts.athlete.units} />
        </div>
        <KnownCard facts={facts} />
      </div>
    </>
  );
}
