import type { Metadata } from "next";
import { findAiSettings } from "@/db/queries/ai-settings";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { factsFor } from "@/lib/services/facts-for";
import { showMemory } from "@/lib/services/show-memory";
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
  const { notesConsentedAt } = await ctx.tx(findAiSettings);
  const mayReadNotes = notesConsentedAt !== null;
  const { value: facts } = await factsFor(ctx, { day: today, findings: [], mayReadNotes });
  const memory = await showMemory(ctx, today);
  return (
    <>
      <SettingsHeader current="context" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <EntriesCard
            today={today}
            entries={entries.map(({ createdAt: _createdAt, ...entry }) => entry)}
          />
          <MemoryCard {...memory} />
        </div>
        <KnownCard facts={facts} mayReadNotes={mayReadNotes} />
      </div>
    </>
  );
}
