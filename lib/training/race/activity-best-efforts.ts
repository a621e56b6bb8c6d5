/**
 * The fastest times over the classic distances of a run or a swim, with the device's errors kept out.
 * BEST-1 on the prepared streams; a stretch in a vehicle ends an effort, and so does one faster than anybody ever was.
 * Reference: see best-efforts and fastest-speed.
 * Valid: running and swimming with distance; other sports have none.
 */
import type { RecordedActivity, Streams } from "../activity/activity-types";
import {
  type BestEffort,
  bestEfforts,
  FASTEST_RUNNER_MPS,
  FASTEST_SWIMMER_MPS,
  RUNNING_DISTANCES_M,
  SWIMMING_DISTANCES_M,
} from "./best-efforts";
import { fastestSpeed } from "./fastest-speed";

const SEARCHES = 6;
/** As clean-speed: what it took out above this speed was a vehicle or a jump. */
const VEHICLE_MPS = 7;

export function activityBestEfforts(
  { sport }: Pick<RecordedActivity, "sport">,
  streams: Streams,
): BestEffort[] {
  const distance = streams.channels.distanceM;
  const isRun = sport === "running";
  if (!distance || (!isRun && sport !== "swimming")) return [];
  const distances = isRun ? RUNNING_DISTANCES_M : SWIMMING_DISTANCES_M;
  const fastest = isRun ? FASTEST_RUNNER_MPS : FASTEST_SWIMMER_MPS;
  const broken = vehicleSeconds(streams);
  for (let search = 0; search < SEARCHES; search++) {
    const efforts = bestEfforts(distance, distances, fastest, broken);
    const wrong = efforts.filter((effort) => isImpossible(effort, sport));
    if (wrong.length === 0) return efforts;
    // The shortest points at the error best; a longer one would take good running with it.
    const [first] = wrong as [BestEffort];
    broken.fill(1, first.startS, Math.ceil(first.startS + first.durationS) + 1);
  }
  return bestEfforts(distance, distances, fastest, broken).filter(
    (effort) => !isImpossible(effort, sport),
  );
}

function isImpossible({ distanceM, durationS }: BestEffort, sport: string): boolean {
  return distanceM / durationS > fastestSpeed(sport, durationS);
}

function vehicleSeconds({ channels, lengthS }: Streams): Uint8Array {
  const seconds = new Uint8Array(lengthS);
  const speed = channels.speedMps;
  if (!speed) return seconds;
  for (let s = 0; s < lengthS; s++) {
    if (speed.valid[s] === 0 && (speed.values[s] as number) > VEHICLE_MPS) seconds[s] = 1;
  }
  return seconds;
}
