import type { RecordedLap } from "@/lib/training/activity/activity-types";
import type {
  PlannedLength,
  PlannedStep,
  PlannedWorkout,
} from "@/lib/training/plan/planned-workout";

const OPEN = { kind: "open", low: null, high: null } as const;

/**
 * What the laps alone tell of the workout that the device followed: older devices number their
 * steps and leave the workout out. A step's length is known where a lap of it ended by itself;
 * targets are not, and neither is what was skipped. Null where no step came twice.
 */
export function fitLapWorkout(laps: readonly RecordedLap[]): PlannedWorkout | null {
  const numbered = laps.filter(({ stepIndex }) => stepIndex !== undefined);
  const times = (lap: RecordedLap) =>
    numbered.filter(({ stepIndex }) => stepIndex === lap.stepIndex).length;
  const repeated = numbered.filter((lap) => times(lap) > 1);
  const hardest = repeated.reduce<RecordedLap | null>(
    (most, lap) => (most === null || outputOf(lap) > outputOf(most) ? lap : most),
    null,
  );
  if (hardest === null) return null;
  const [first, last] = [
    numbered.indexOf(repeated[0] ?? hardest),
    numbered.lastIndexOf(repeated.at(-1) ?? hardest),
  ];
  const steps = numbered.map((lap, i): PlannedStep => {
    const kind = i < first ? "warmup" : i > last ? "cooldown" : "recovery";
    return {
      kind: lap.stepIndex === hardest.stepIndex ? "work" : kind,
      length: lengthOf(numbered.filter(({ stepIndex }) => stepIndex === lap.stepIndex)),
      target: OPEN,
      ...(lap.stepIndex === undefined ? {} : { deviceIndex: lap.stepIndex }),
    };
  });
  return { title: null, steps };
}

function outputOf({ avgPowerW, avgSpeedMps, distanceM, timerS }: RecordedLap): number {
  return avgPowerW ?? avgSpeedMps ?? (distanceM !== null && timerS > 0 ? distanceM / timerS : 0);
}

/** Of the laps of one step: where one ended by time or distance, that was its length. */
function lengthOf(laps: readonly RecordedLap[]): PlannedLength {
  const byTime = laps.find(({ trigger }) => trigger === "time");
  if (byTime) return { by: "time", seconds: Math.round(byTime.timerS) };
  const byDistance = laps.find(({ trigger }) => trigger === "distance");
  return byDistance?.distanceM == null
    ? { by: "open" }
    : { by: "distance", metres: Math.round(byDistance.distanceM) };
}
