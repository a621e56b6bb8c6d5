import type { FileContent } from "@/lib/integrations/ports";
import { refused } from "../files/refusal";
import { stravaRecording } from "./strava-activity";
import { STRAVA_FORMAT, stravaFile } from "./strava-file";

/** Reads an activity of Strava's API as it was kept; null when it is none. */
export function readStravaJson(payload: unknown): FileContent | null {
  if (!hasFormat(payload)) return null;
  const file = stravaFile.safeParse(payload);
  const activity = file.success ? stravaRecording(file.data) : null;
  if (activity === null) return refused("strava_unreadable");
  return {
    ...{ kind: "activities", format: "strava_json" },
    ...{ activities: [activity], partialReason: null },
  };
}

function hasFormat(payload: unknown): boolean {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "format" in payload &&
    payload.format === STRAVA_FORMAT
  );
}
