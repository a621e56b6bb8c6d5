import type { Metadata } from "next";
import { findAiSettings } from "@/db/queries/ai-settings";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { daySoFar } from "@/db/queries/day-so-far";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { addDays } from "@/lib/dates/local-date";
import { wallClockAt } from "@/lib/dates/zoned-time";
import { isSkipped } from "@/lib/http/skipped-question";
import { factsFor } from "@/lib/services/facts-for";
import { showMemory } from "@/lib/services/show-memory";
import { awaitsCheckIn } from "@/lib/training/recovery/awaits-check-in";
import { SettingsHeader } from "../_components/settings-header";
import { EntriesCard } from "./_components/entries-card";
import { KnownCard } from "./_components/known-card";
import { MemoryCard } from "./_components/memory-card";

export const metadata: Metadata = { title: "What Formline knows" };

const DAYS_BACK = 730;
const DAYS_AHEAD = 730;

export default async function ContextPage() {
  const ctx = await requireAthlete();
  const { day: today, hour } = wallClockAt(ctx.now, ctx.timeZone);
  const isCheckInSkipped = await isSkipped(ctx, "check-in", today);
  const [entries, soFar] = await ctx.tx((tx) =>
    Promise.all([
      contextEventsBetween(tx, addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)),
      daySoFar(tx, today),
    ]),
  );
  const isVeiled = awaitsCheckIn({ ...soFar, isCheckInSkipped, hour });
  const { notesConsentedAt } = await ctx.tx(findAiSettings);
  const mayReadNotes = notesConsentedAt !== null;
  const day = isVeiled ? addDays(today, -1) : today;
  const { value: facts } = await factsFor(ctx, { day, findings: [], mayReadNotes });
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
        <KnownCard facts={facts} mayReadNotes={mayReadNotes} isVeiled={isVeiled} />
      </div>
    </>
  );
}
