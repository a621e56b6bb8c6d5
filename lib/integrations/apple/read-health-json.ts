import type { FileContent } from "@/lib/integrations/ports";
import { refused } from "../files/refusal";
import { healthActivity } from "./health-activity";
import { healthDays } from "./health-days";
import { DAYS_FORMAT, healthDaysFile, healthWorkoutFile, WORKOUT_FORMAT } from "./health-file";

/** Reads a part of an Apple Health export as it was kept; null when it is none. */
export function readHealthJson(payload: unknown): FileContent | null {
  switch (formatOf(payload)) {
    case WORKOUT_FORMAT:
      return readWorkout(payload);
    case DAYS_FORMAT:
      return readDays(payload);
    default:
      return null;
  }
}

function readWorkout(payload: unknown): FileContent {
  const file = healthWorkoutFile.safeParse(payload);
  const activity = file.success ? healthActivity(file.data) : null;
  if (activity === null) return refused("apple_part");
  return {
    ...{ kind: "activities", format: "apple_health" },
    ...{ activities: [activity], partialReason: null },
  };
}

function readDays(payload: unknown): FileContent {
  const file = healthDaysFile.safeParse(payload);
  if (!file.success) return refused("apple_part");
  const observations = healthDays(file.data.series);
  if (observations.length === 0) return refused("apple_no_values");
  return { kind: "wellness", format: "apple_health", observations };
}

function formatOf(payload: unknown): unknown {
  return typeof payload === "object" && payload !== null && "format" in payload
    ? payload.format
    : null;
}
