import {
  type AthleteSettings,
  GRADED_PACE_MODELS,
  type GradedPaceModel,
} from "@/lib/training/activity/activity-types";
import { UsageError } from "./usage-error";

export const SETTING_OPTIONS = {
  ftp: { type: "string" },
  lthr: { type: "string" },
  "max-hr": { type: "string" },
  "resting-hr": { type: "string" },
  weight: { type: "string" },
  "threshold-pace": { type: "string" },
  css: { type: "string" },
  sex: { type: "string" },
  "graded-pace": { type: "string" },
} as const;

type Given = { readonly [Name in keyof typeof SETTING_OPTIONS]?: string | undefined };

const PACE = /^(\d{1,2}):([0-5]\d)$/;

/** Capacities as the command line gives them; null where it gives none. */
export function parseSettings(given: Given): AthleteSettings {
  return {
    sex: sexOf(given.sex),
    gradedPaceModel: modelOf(given["graded-pace"]),
    weightKg: numberOf(given, "weight", 20, 300),
    ftpW: numberOf(given, "ftp", 30, 700),
    thresholdHeartRateBpm: numberOf(given, "lthr", 60, 230),
    maxHeartRateBpm: numberOf(given, "max-hr", 80, 240),
    restingHeartRateBpm: numberOf(given, "resting-hr", 25, 120),
    thresholdSpeedMps: speedOf(given, "threshold-pace", 1000),
    criticalSwimSpeedMps: speedOf(given, "css", 100),
  };
}

function numberOf(given: Given, name: keyof Given, low: number, high: number): number | null {
  const text = given[name];
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() !== "" && value >= low && value <= high) return value;
  throw new UsageError(`--${name} takes a number from ${low} to ${high}, not "${text}".`);
}

/** "M:SS" for `distanceM` metres as metres per second. */
function speedOf(given: Given, name: keyof Given, distanceM: number): number | null {
  const text = given[name];
  if (text === undefined) return null;
  const match = PACE.exec(text);
  const seconds = match ? Number(match[1]) * 60 + Number(match[2]) : 0;
  if (seconds > 0) return distanceM / seconds;
  throw new UsageError(`--${name} takes minutes and seconds such as 4:30, not "${text}".`);
}

function sexOf(text: string | undefined): "m" | "f" | null {
  if (text === undefined) return null;
  if (text === "m" || text === "f") return text;
  throw new UsageError(`--sex takes m or f, not "${text}".`);
}

function modelOf(text = "observed"): GradedPaceModel {
  const model = GRADED_PACE_MODELS.find((one) => one === text);
  if (model !== undefined) return model;
  throw new UsageError(`--graded-pace takes ${GRADED_PACE_MODELS.join(" or ")}, not "${text}".`);
}
