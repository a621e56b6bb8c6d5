import "server-only";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { findProfile } from "@/db/queries/find-profile";
import { listThresholds, type Threshold } from "@/db/queries/list-thresholds";
import { judgedActivities } from "@/db/queries/track-record";
import { trainedSince } from "@/db/queries/trained-since";
import type { AthleteTx } from "@/db/scope";
import {
  athleteProfile,
  PROFILE_WEEKS,
  type ProfileInput,
} from "@/lib/assistant/memory/athlete-profile";
import { type EditedMemory, editedMemory } from "@/lib/assistant/memory/memory-edits";
import { summaryWords } from "@/lib/assistant/memory/summary-words";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { remember } from "./remember";

const AHEAD_DAYS = 730;
const WEEKS_SHOWN = 4;
const KINDS = [
  "ftp_w",
  "threshold_speed_mps",
  "critical_swim_speed_mps",
  "threshold_hr_bpm",
] as const;

export type ShownMemory = {
  readonly profile: readonly EditedMemory[];
  readonly weeks: readonly EditedMemory[];
  readonly months: readonly EditedMemory[];
};

/** All that is kept in mind of the athlete, with what they have changed of it. */
export async function showMemory(ctx: AthleteContext, day: LocalDate): Promise<ShownMemory> {
  return ctx.tx((tx) => memoryOn(tx, day));
}

/** The same within a transaction. */
export async function memoryOn(tx: AthleteTx, day: LocalDate): Promise<ShownMemory> {
  const { units, memoryEdits: edits } = await findProfile(tx);
  const from = addDays(day, -PROFILE_WEEKS * 7);
  const input: ProfileInput = {
    ...{ day, units, activities: await judgedActivities(tx, from, addDays(day, -1)) },
    capacities: currentOf(await listThresholds(tx), day),
    events: await contextEventsBetween(tx, day, addDays(day, AHEAD_DAYS)),
    trainedSince: await trainedSince(tx),
  };
  const { weeks, months } = await remember(tx, day);
  const inWords = (all: typeof weeks) =>
    editedMemory(
      all.map((one) => summaryWords(one, units)),
      edits,
    );
  return {
    profile: editedMemory(athleteProfile(input), edits),
    weeks: inWords(weeks.slice(0, WEEKS_SHOWN)),
    months: inWords(months),
  };
}

/** Of each kind the one that holds; the list has the newest first. */
function currentOf(all: readonly Threshold[], day: LocalDate): ProfileInput["capacities"] {
  return KINDS.flatMap((kind) => {
    const held = all.find((one) => one.kind === kind && one.validFrom <= day);
    return held
      ? [{ kind, value: held.value, validFrom: held.validFrom, source: held.source }]
      : [];
  });
}
