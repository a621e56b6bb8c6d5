/**
 * Seconds in which the athlete was under way.
 * SIG-2: timer runs and speed is at least 4 (ride), 1.5 (run) or 0.5 km/h (swim), or the pedals turn.
 * Reference: elevate's thresholds (science.md 0); endurance sports otherwise use the run's.
 * Valid: 1 Hz streams; a second whose speed is unknown counts as moving, without speed all timer time.
 */
import type { Streams } from "./activity-types";
import type { Sport } from "./sports";

const KMH = 1 / 3.6;
const MOVING_SPEED_MPS: Partial<Record<Sport, number>> = {
  cycling: 4 * KMH,
  running: 1.5 * KMH,
  swimming: 0.5 * KMH,
};
const OTHER_SPORT_MPS = 1.5 * KMH;

/** Sports whose place in space says nothing about whether the athlete works. */
const TIMER_ONLY: ReadonlySet<Sport> = new Set([
  "strength",
  "yoga",
  "diving",
  "team_sport",
  "multisport",
  "other",
]);

/** @param isIndoor a machine stands still: all timer time counts. */
export function movingTime(streams: Streams, sport: Sport, isIndoor: boolean): number {
  const { speedMps: speed, powerW: power, cadenceRpm: cadence } = streams.channels;
  const threshold = MOVING_SPEED_MPS[sport] ?? OTHER_SPORT_MPS;
  const usesSpeed = speed !== undefined && !isIndoor && !TIMER_ONLY.has(sport);
  let moving = 0;
  for (let s = 0; s < streams.lengthS; s++) {
    if (streams.timerOn[s] === 0) continue;
    const isStill =
      usesSpeed &&
      speed.valid[s] === 1 &&
      (speed.values[s] as number) < threshold &&
      !(power?.valid[s] === 1 && (power.values[s] as number) > 0) &&
      !(cadence?.valid[s] === 1 && (cadence.values[s] as number) > 0);
    if (!isStill) moving++;
  }
  return moving;
}
