import {
  stravaActivity,
  stravaStreams,
  writeStravaFile,
} from "@/lib/integrations/strava/strava-file";
import type { PlayedActivity } from "./strava-account";
import { detailOf, streamsOf } from "./strava-bodies";

/** The file that the adapter makes of what the played Strava answers. */
export function stravaFileOf(activity: PlayedActivity): Uint8Array {
  const streams = activity.isManual ? null : stravaStreams.parse(streamsOf(activity));
  return writeStravaFile(stravaActivity.parse(detailOf(activity)), streams);
}
