/**
 * What a recording lacks: channels that are not there, that fell out, or that contradict each other.
 * Formula: seconds of the timer without a value; length of the track against the stated distance.
 * Reference: none; the limits are conventions, below which nothing on the page changes visibly.
 * Valid: recordings with samples; a channel that the athlete left out is not missing.
 */
import type { Channel, QualityNote, RecordedActivity, Streams } from "./activity-types";
import type { Course } from "./course";
import type { Sport } from "./sports";

const MIN_GAP_S = 60;
const MIN_GAP_SHARE = 0.02;
/** A track this much longer or shorter than the distance was drawn by a lost receiver. */
const MAX_TRACK_ERROR = 0.1;
const WITH_POWER: ReadonlySet<Sport> = new Set(["cycling"]);
const UNDER_THE_SKY: ReadonlySet<Sport> = new Set(["cycling", "running", "walking", "hiking"]);

/** @param course where the streams went; null without a track. */
export function missingData(
  recorded: RecordedActivity,
  streams: Streams,
  course: Course | null,
): QualityNote[] {
  if (recorded.samples.timeS.length === 0) return [];
  const powerW = told(streams.channels.powerW);
  const heartRateBpm = told(streams.channels.heartRateBpm);
  const isEdited = recorded.notes.some((note) => note.code === "sensor_ignored");
  const notes: (QualityNote | null)[] = [
    heartRateBpm
      ? gap("heart_rate_gaps", "Heart rate", heartRateBpm, streams.timerOn)
      : isEdited
        ? null
        : absent("no_heart_rate", "No heart rate was recorded."),
    powerW ? gap("power_gaps", "Power", powerW, streams.timerOn) : null,
    !powerW && !isEdited && WITH_POWER.has(recorded.sport)
      ? absent("no_power", "No power was recorded.")
      : null,
    trackError(recorded, course),
  ];
  return notes.filter((note) => note !== null);
}

/** A channel that never holds a value was not recorded: some devices write zeros for a missing strap. */
function told(channel: Channel | undefined): Channel | undefined {
  return channel?.valid.includes(1) ? channel : undefined;
}

function absent(code: string, text: string): QualityNote {
  return { code, severity: "info", text };
}

function gap(
  code: string,
  what: string,
  { valid }: Channel,
  timerOn: Uint8Array,
): QualityNote | null {
  let timerS = 0;
  let missingS = 0;
  for (let s = 0; s < timerOn.length; s++) {
    if (timerOn[s] !== 1) continue;
    timerS++;
    if (valid[s] !== 1) missingS++;
  }
  if (missingS < MIN_GAP_S || missingS < MIN_GAP_SHARE * timerS) return null;
  const percent = Math.round((100 * missingS) / timerS);
  const share = percent === 100 ? "more than 99" : percent;
  return {
    code,
    severity: "warning",
    text: `${what} is missing for ${Math.round(missingS / 60)} min, ${share} % of the time.`,
  };
}

function trackError(recorded: RecordedActivity, course: Course | null): QualityNote | null {
  const { distanceM, isIndoor, sport } = recorded;
  if (isIndoor || distanceM === null || distanceM <= 0 || !UNDER_THE_SKY.has(sport)) return null;
  if (course === null) return null;
  const error = course.lengthM / distanceM - 1;
  if (Math.abs(error) <= MAX_TRACK_ERROR) return null;
  const percent = Math.round(100 * Math.abs(error));
  return {
    code: "track_disagrees",
    severity: "warning",
    text: `The recorded track is ${percent} % ${error > 0 ? "longer" : "shorter"} than the distance: the receiver drifted, or the distance has another source.`,
  };
}
