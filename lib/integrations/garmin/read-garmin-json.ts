import type { FileContent } from "@/lib/integrations/ports";
import { GARMIN_REFUSALS, type GarminRefusal } from "./garmin-refusals";
import {
  exportedDays,
  exportedHealthStatus,
  exportedSleep,
  exportedWeight,
} from "./mapping/account-export";
import { bodyBatteryReports } from "./mapping/body-battery-reports";
import { dailySummary } from "./mapping/daily-summary";
import type { GarminMapping } from "./mapping/garmin-mapping";
import { hrvDay, hrvRange } from "./mapping/hrv";
import { respiration } from "./mapping/respiration";
import { heartRateDay, restingHeartRateRange } from "./mapping/resting-heart-rate";
import { sleep } from "./mapping/sleep";
import { sleepScoreRange } from "./mapping/sleep-score-range";
import { spo2 } from "./mapping/spo2";
import { stepsRange } from "./mapping/steps-range";
import { stressDay, stressRange } from "./mapping/stress";
import { trainingReadiness } from "./mapping/training-readiness";
import { weightList, weightRange } from "./mapping/weight";

const MAPPINGS: readonly GarminMapping[] = [
  dailySummary,
  sleep,
  hrvDay,
  hrvRange,
  stressDay,
  stressRange,
  bodyBatteryReports,
  trainingReadiness,
  weightList,
  weightRange,
  respiration,
  spo2,
  heartRateDay,
  restingHeartRateRange,
  // Its lists of days would pass for ranges of steps.
  exportedDays,
  stepsRange,
  sleepScoreRange,
  exportedSleep,
  exportedHealthStatus,
  exportedWeight,
];

/** The code of a refusal for an answer that is of a known kind but holds no value. */
const NO_VALUES = "no_values";

/** Reads one Garmin Connect answer; null when it is none that is known. */
export function readGarminJson(payload: unknown): FileContent | null {
  if (payload === null || (Array.isArray(payload) && payload.length === 0)) {
    return refusal(NO_VALUES, "Garmin answered without any data for this day (watch not worn?).");
  }
  if (isPrivate(payload)) {
    return refusal(
      "garmin_private",
      "Garmin kept this day private: it was downloaded without being signed in.",
    );
  }
  for (const mapping of MAPPINGS) {
    const observations = mapping.map(payload);
    if (observations === null) continue;
    return observations.length > 0
      ? { kind: "wellness", format: "garmin_json", observations }
      : refusal(NO_VALUES, mapping.emptyReason);
  }
  const known = GARMIN_REFUSALS.find((candidate) => matches(candidate, payload));
  return known ? refusal(known.code, known.reason) : null;
}

function refusal(code: string, reason: string): FileContent {
  return { kind: "refused", code, reason };
}

function isPrivate(payload: unknown): boolean {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "privacyProtected" in payload &&
    payload.privacyProtected === true
  );
}

function matches({ keys, isList = false }: GarminRefusal, payload: unknown): boolean {
  if (Array.isArray(payload) !== isList) return false;
  const subject: unknown = Array.isArray(payload) ? payload[0] : payload;
  return typeof subject === "object" && subject !== null && keys.every((key) => key in subject);
}
