import {
  stravaActivity,
  stravaStreams,
  writeStravaFile,
} from "@/lib/integrations/strava/strava-file";
import type { PlayedActivity } from "./strava-account";
import { detailOf, streamsOf } from "./strava-bodies";

/**
 * The file that the adapter makes of what the played Strava answers.
 * @param powerW a value for each second, in the place of the played ones
 */
export function stravaFileOf(activity: PlayedActivity, powerW?: Iterable<number>): Uint8Array {
  const played = streamsOf(activity);
  const told = powerW ? { ...played, watts: { ...played.watts, data: [...powerW] } } : played;
  const streams = activity.isManual ? null : stravaStreams.parse(told);
  return writeStravaFile(stravaActivity.parse(detailOf(activity)), streams);
}
