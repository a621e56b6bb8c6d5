import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { rescheduleMorning } from "@/db/mutations/reschedule-morning";
import { updateProfile as saveProfile } from "@/db/mutations/update-profile";
import { findProfile, type Profile } from "@/db/queries/find-profile";
import { lastMorningDay } from "@/db/queries/last-morning-day";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { nextMorning } from "@/lib/dates/next-morning";
import { localDayAt } from "@/lib/dates/zoned-time";
import { invalidInput } from "@/lib/errors";
import type { PreferencesInput, ProfileInput, TimeLimitsInput } from "@/lib/schemas/profile";

/** Before any recording. */
const FIRST_DAY = localDate("1970-01-01");

/**
 * Changes what is given, and what follows from it: another time zone or hour moves the next
 * morning (no local day gets a second one, none is left out), another sex changes loads by heart rate since the first activity, another way to
 * take hills out the paces and loads of runs, another main sport or other time limits today's recommendation. Throws "invalid_input" for a birth in the future.
 */
export async function updateProfile(
  ctx: AthleteContext,
  changes: Partial<ProfileInput & PreferencesInput & TimeLimitsInput>,
): Promise<void> {
  const today = localDayAt(ctx.now, changes.timeZone ?? ctx.timeZone);
  if (changes.birthDate && changes.birthDate >= today) {
    throw invalidInput("The date of birth is in the future.", { field: "birthDate" });
  }
  await ctx.tx(async (tx) => {
    const before = await findProfile(tx);
    await saveProfile(tx, changes);
    await moveMorning(tx, before, { ...before, ...changes }, ctx.now);
    await tellJobs(tx, before, { ...before, ...changes }, today);
  });
}

async function moveMorning(tx: AthleteTx, before: Profile, after: Profile, now: Date) {
  const { timeZone, morningMinute } = after;
  if (timeZone === before.timeZone && morningMinute === before.morningMinute) return;
  const lastDay = await lastMorningDay(tx);
  await rescheduleMorning(tx, nextMorning(now, timeZone, morningMinute, lastDay));
}

function isOtherWeek(before: Profile, after: Profile): boolean {
  return JSON.stringify(before.weekdayMinutes) !== JSON.stringify(after.weekdayMinutes);
}

async function tellJobs(tx: AthleteTx, before: Profile, after: Profile, today: string) {
  const { athleteId } = tx;
  const isAllToAnalyse =
    after.sex !== before.sex || after.gradedPaceModel !== before.gradedPaceModel;
  if (isAllToAnalyse) {
    await enqueueEvent(tx, events.thresholdsChanged.create({ athleteId, fromDay: FIRST_DAY }));
  } else if (after.mainSport !== before.mainSport || isOtherWeek(before, after)) {
    await enqueueEvent(tx, events.daysChanged.create({ athleteId, fromDay: today }));
  }
}
