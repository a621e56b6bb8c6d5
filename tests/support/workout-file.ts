import { type FitActivityInput, writeFitActivity } from "./write-fit-activity";

/** [W, seconds] one after the other. */
export type PowerBlocks = readonly (readonly [watts: number, seconds: number])[];

/** Warm-up, twice five minutes at 240 to 260 W with two between, cool-down; as a device writes it. */
const STEPS = [
  { intensity: "warmup", durationType: "time", durationValue: 600_000, targetType: "open" },
  {
    ...{ intensity: "interval", durationType: "time", durationValue: 300_000 },
    ...{ targetType: "power", targetValue: 0 },
    ...{ customTargetValueLow: 1240, customTargetValueHigh: 1260 },
  },
  { intensity: "recovery", durationType: "time", durationValue: 120_000, targetType: "open" },
  { durationType: "repeatUntilStepsCmplt", durationValue: 1, targetValue: 2 },
  { intensity: "cooldown", durationType: "time", durationValue: 300_000, targetType: "open" },
];

/** A ride on the trainer of these blocks; with `lapSteps` it followed the workout above, a lap a block. */
export function trainerRide(
  start: Date,
  blocks: PowerBlocks,
  lapSteps: readonly number[] | null = null,
): Uint8Array {
  const watts = blocks.flatMap(([level, seconds]) => Array<number>(seconds).fill(level));
  let at = 0;
  const laps = (lapSteps ?? []).map((wktStepIndex, i) => {
    const seconds = blocks[i]?.[1] ?? 0;
    at += seconds;
    return {
      ...{ atS: at - seconds, totalElapsedTime: seconds, totalTimerTime: seconds },
      ...{ wktStepIndex, lapTrigger: "time" },
    };
  });
  const ride: FitActivityInput = {
    startEpochS: start.getTime() / 1000,
    utcOffsetS: 3600,
    sessions: [{ atS: 0, durationS: watts.length, sport: "cycling", subSport: "indoorCycling" }],
    records: watts.map((power, atS) => ({ atS, power, heartRate: 100 + Math.round(power / 5) })),
    laps,
    ...(lapSteps === null ? {} : { workout: { name: "Two by five", steps: STEPS } }),
  };
  return writeFitActivity(ride);
}
