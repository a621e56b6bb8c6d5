/**
 * The slope under a run, or why the ground has to count as flat.
 * SIG-5: grade of the smoothed altitude over the distance.
 * Reference: see grade.
 * Valid: outdoors with distance and with altitude for 80 % of the time; else null.
 */
import type { Channel, QualityNote, RecordedActivity, Streams } from "./activity-types";
import { grade } from "./grade";

const MIN_ALTITUDE_COVERAGE = 0.8;

type Input = {
  readonly recorded: Pick<RecordedActivity, "isIndoor">;
  readonly streams: Streams;
  readonly smoothedAltitude: Channel | null;
  readonly timerS: number;
};

/** `note` is there when altitude was recorded, but too little of it. */
export function groundSlope({ recorded, streams, smoothedAltitude, timerS }: Input): {
  readonly slope: Channel | null;
  readonly note?: QualityNote;
} {
  const distance = streams.channels.distanceM;
  if (recorded.isIndoor || smoothedAltitude === null || !distance) return { slope: null };
  let seconds = 0;
  for (let s = 0; s < streams.lengthS; s++) {
    if (smoothedAltitude.valid[s] === 1 && streams.timerOn[s] === 1) seconds++;
  }
  if (seconds >= MIN_ALTITUDE_COVERAGE * timerS)
    return { slope: grade(smoothedAltitude, distance) };
  return { slope: null, note: INCOMPLETE };
}

const INCOMPLETE: QualityNote = {
  code: "altitude_incomplete",
  severity: "info",
  text: "Altitude is missing for more than a fifth of the run: its hills do not count.",
};
