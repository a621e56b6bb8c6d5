import "server-only";
import { activitiesForFacts, activitiesOfKindsOnly } from "@/db/queries/activities-for-facts";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { findProfile } from "@/db/queries/find-profile";
import { listThresholds } from "@/db/queries/list-thresholds";
import { morningOn } from "@/db/queries/morning-on";
import { settingsOn } from "@/db/queries/settings-on";
import { wellnessWindow } from "@/db/queries/wellness-window";
import type { AthleteTx } from "@/db/scope";
import { buildFacts } from "@/lib/assistant/facts";
import type { FactsInput, FactsRemembered } from "@/lib/assistant/facts/facts-input";
import type { Facts } from "@/lib/assistant/facts-types";
import { editedEvents } from "@/lib/assistant/memory/memory-edits";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { Finding } from "@/lib/training/insights/finding";
import type { AiAllowed, Origin } from "@/lib/training/source/ai-allowed";
import { fencedKinds } from "@/lib/training/source/terms";
import { type Origins, originsOf } from "./origins-of";
import { memoryOn, type ShownMemory } from "./show-memory";

const COMBINED = "all";
const NIGHTS = 61;
const LOADS = 29;
const ACTIVITIES = 14;
const EVENTS_BEFORE = 14;
const EVENTS_AHEAD = 180;

export type FactsRequest = {
  readonly day: LocalDate;
  readonly findings: readonly Finding[];
  /** Whether the athlete lets their own words be read. */
  readonly mayReadNotes: boolean;
};

/** Loads what a language model may know of the athlete on a day. */
export async function factsFor(
  ctx: AthleteContext,
  request: FactsRequest,
): Promise<AiAllowed<Facts>> {
  const input = await ctx.tx((tx) => loadInput(tx, request));
  return buildFacts(input);
}

async function loadInput(
  tx: AthleteTx,
  { day, findings, mayReadNotes }: FactsRequest,
): Promise<FactsInput> {
  const profile = await findProfile(tx);
  const from = originsOf(await activitiesOfKindsOnly(tx, fencedKinds()));
  const morning = await morningOn(tx, day);
  const { birthDate, sex, mainSport, units, gradedPaceModel } = profile;
  const thresholds = await listThresholds(tx);
  const settings = settingsOn(thresholds, { sex, gradedPaceModel }, day, mainSport);
  return {
    day,
    mayReadNotes,
    athlete: { birthDate, sex, mainSport, units },
    nights: (await wellnessWindow(tx, addDays(day, 1 - NIGHTS), day)).map((value) => ({
      value,
      from: ["file"],
    })),
    loads: (await dailyLoadsBetween(tx, addDays(day, 1 - LOADS), day, COMBINED)).map((value) => ({
      value,
      from: from.ofDay(value.day),
    })),
    activities: (await activitiesForFacts(tx, addDays(day, 1 - ACTIVITIES), day)).map((value) => ({
      value,
      from: from.ofActivity(value.id),
    })),
    // The decision rests on form and load, which carry every day before it.
    morning: morning && { value: morning, from: from.ofDay(day) },
    capacities: { value: settings, from: ["athlete"] },
    findings: findings.map((value) => ({ value, from: from.ofFinding(value) })),
    events: editedEvents(
      await contextEventsBetween(tx, addDays(day, -EVENTS_BEFORE), addDays(day, EVENTS_AHEAD)),
      profile.memoryEdits,
    ),
    memory: rememberedIn(await memoryOn(tx, day), from),
  };
}

/** Goals and what holds back are among the events; capacities are the athlete's own. */
function rememberedIn({ profile, weeks, months }: ShownMemory, from: Origins): FactsRemembered[] {
  const lines = profile.filter(({ id }) => !/^(?:goal|constraint):/.test(id));
  return [...lines, ...weeks, ...months].map((line) => {
    const { id, title, text, isHidden, isCorrected, facts } = line;
    const isOwn = id.startsWith("capacity:");
    return {
      ...{ id, title, isHidden, words: isCorrected ? text : null },
      facts: facts.map((value) => ({ value, from: isOwn ? OWN : from.ofFact(value) })),
    };
  });
}

const OWN: readonly Origin[] = ["athlete"];
