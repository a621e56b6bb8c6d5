import "server-only";
import { addContextEvent } from "@/db/mutations/add-context-event";
import { saveCheckIn } from "@/db/mutations/save-check-in";
import { saveThreshold } from "@/db/mutations/save-threshold";
import { updateProfile } from "@/db/mutations/update-profile";
import { listThresholds } from "@/db/queries/list-thresholds";
import type { AthleteTx } from "@/db/scope";
import { DEMO_ATHLETE, DEMO_CAPACITIES } from "@/db/seed/demo-athlete";
import { type DemoYear, demoYear } from "@/db/seed/demo-year";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { createImportBatch } from "./create-import-batch";
import { receiveUpload } from "./receive-upload";
import { startImport } from "./start-import";

/**
 * Gives a new demo athlete a profile, a year of check-ins and events, and hands the year's
 * files to the import job, which does with them what it does with anybody's.
 */
export async function seedDemo(ctx: AthleteContext): Promise<{ batchId: string; files: number }> {
  const today = localDayAt(ctx.now, DEMO_ATHLETE.timeZone);
  const year = demoYear(today);
  const { batchId } = await createImportBatch(ctx, "demo");
  let files = 0;
  for (const source of [year.nights, year.activityFiles()]) {
    for (const { name, bytes } of source) {
      await receiveUpload(ctx, { batchId, name, chunks: once(bytes) });
      files++;
    }
  }
  await ctx.tx((tx) => saveWhoAndHow(tx, year, today));
  await startImport(ctx, batchId);
  return { batchId, files };
}

/** False for an account whose making was broken off: its capacities are saved near the end. */
export async function isDemoSeeded(ctx: AthleteContext): Promise<boolean> {
  return (await ctx.tx(listThresholds)).length > 0;
}

async function saveWhoAndHow(tx: AthleteTx, year: DemoYear, today: LocalDate): Promise<void> {
  const { sex, heightM, mainSport, timeZone, birthDate } = DEMO_ATHLETE;
  await updateProfile(tx, { sex, heightM, mainSport, timeZone, birthDate: localDate(birthDate) });
  await saveCapacities(tx, today);
  for (const event of year.calendar.events) await addContextEvent(tx, event);
  for (const checkIn of year.checkIns) await saveCheckIn(tx, { ...checkIn, note: null });
}

async function saveCapacities(tx: AthleteTx, today: LocalDate): Promise<void> {
  const first = addDays(today, -DEMO_CAPACITIES[0].daysBefore);
  const constant = [
    ["max_hr_bpm", DEMO_ATHLETE.maxHeartRateBpm],
    ["resting_hr_bpm", DEMO_ATHLETE.restingHeartRateBpm],
    ["threshold_hr_bpm", DEMO_ATHLETE.thresholdHeartRateBpm],
    ["weight_kg", DEMO_ATHLETE.weightKg],
  ] as const;
  for (const [kind, value] of constant) await saveThreshold(tx, { kind, value, validFrom: first });
  for (const capacity of DEMO_CAPACITIES) {
    const validFrom = addDays(today, -capacity.daysBefore);
    await saveThreshold(tx, { kind: "ftp_w", sport: "cycling", value: capacity.ftpW, validFrom });
    await saveThreshold(tx, {
      kind: "threshold_speed_mps",
      sport: "running",
      value: capacity.thresholdSpeedMps,
      validFrom,
    });
    await saveThreshold(tx, {
      kind: "critical_swim_speed_mps",
      sport: "swimming",
      value: capacity.criticalSwimSpeedMps,
      validFrom,
    });
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
