/**
 * The load of a swim and its time in pace zones.
 * SWIM-2, ZONE-PACE; moving time in a pool is the time of the swum lengths.
 * Reference: elevate (science.md 3).
 * Valid: distance and critical swim speed known; duration is timer time, with the rests at the wall.
 */
import { swimStressScore } from "../load/swim-stress-score";
import { paceZones } from "../zones/pace-zones";
import { timeInZone } from "../zones/time-in-zone";
import type { ActivityContext } from "./activity-context";
import type { TimeInZone } from "./activity-types";
import { swolf } from "./swolf";

const STSS = "SWIM-2@1";

export function swimMetrics(context: ActivityContext): TimeInZone | undefined {
  const { out, streams, settings, distanceM, movingS, timerS, recorded } = context;
  const css = settings.criticalSwimSpeedMps;
  const speed = distanceM !== null && distanceM > 0 && movingS > 0 ? distanceM / movingS : null;
  const canJudge = speed !== null && css !== null && css > 0;
  const reason =
    speed === null ? "No distance was recorded." : "Critical swim speed is not known on this day.";
  const stss = canJudge ? swimStressScore(timerS, speed, css) : null;
  out.set("avgMovingSpeed", speed, "m/s", "SIG-2@1", "No distance was recorded.");
  out.set("stss", stss, "", STSS, reason);
  out.addLoad("stss", stss, STSS);
  if (recorded.lengths.length > 0) {
    out.set("swolf", swolf(recorded.lengths), "", "SWIM-3@1", "No strokes were counted.");
  }
  const channel = streams.channels.speedMps;
  if (!channel || !canJudge) return undefined;
  return timeInZone(channel, streams.timerOn, paceZones(css, "swimming"), "m/s");
}
