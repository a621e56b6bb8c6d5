import type { WorkoutToUpload } from "@/lib/integrations/source-ports";
import type { Sport } from "@/lib/training/activity/sports";
import type { PlannedStep, PlannedTarget } from "@/lib/training/plan/planned-workout";

/** At most 20 characters, or Garmin turns the workout down. */
const PROVIDER = "Formline";
const LONGEST_NAME = 80;

const SPORTS: Partial<Record<Sport, string>> = {
  running: "RUNNING",
  cycling: "CYCLING",
  swimming: "LAP_SWIMMING",
  strength: "STRENGTH_TRAINING",
  yoga: "YOGA",
};
const INTENSITIES: Readonly<Record<PlannedStep["kind"], string>> = {
  warmup: "WARMUP",
  work: "INTERVAL",
  recovery: "RECOVERY",
  cooldown: "COOLDOWN",
  steady: "ACTIVE",
};
const TARGETS: Partial<Record<PlannedTarget["kind"], string>> = {
  power: "POWER",
  heart_rate: "HEART_RATE",
  cadence: "CADENCE",
};

/** A workout as Garmin's Training API wants it: steps in one segment, numbered through. */
export function trainingWorkout({ title, sport, steps }: WorkoutToUpload) {
  const named = SPORTS[sport] ?? "GENERIC";
  const pool = { poolLength: null, poolLengthUnit: null };
  return {
    workoutName: title.slice(0, LONGEST_NAME),
    description: null,
    sport: named,
    ...pool,
    ...{ workoutProvider: PROVIDER, workoutSourceId: PROVIDER },
    isSessionTransitionEnabled: false,
    segments: [
      {
        ...{ segmentOrder: 1, sport: named },
        ...pool,
        steps: steps.map((step, at) => ({
          ...{ type: "WorkoutStep", stepOrder: at + 1, intensity: INTENSITIES[step.kind] },
          ...durationOf(step, sport),
          ...targetOf(step.target, sport),
        })),
      },
    ],
  };
}

function durationOf({ kind, length }: PlannedStep, sport: Sport) {
  switch (length.by) {
    case "distance":
      return {
        ...{ durationType: "DISTANCE", durationValue: length.metres },
        durationValueType: "METER",
      };
    case "time":
      return {
        // In the pool a rest is told as such; a time would be swum.
        durationType: sport === "swimming" && kind === "recovery" ? "FIXED_REST" : "TIME",
        durationValue: Math.round(length.seconds),
        durationValueType: null,
      };
    case "open":
      return { durationType: "OPEN", durationValue: null, durationValueType: null };
  }
}

/** What the watch cannot be told (feel, an end that is open) is left to the athlete. */
function targetOf({ kind, low, high }: PlannedTarget, sport: Sport) {
  const blank = { targetValue: null, targetValueType: null };
  const nothing = { ...blank, targetValueLow: null, targetValueHigh: null };
  if (sport === "swimming") return { targetType: null, ...nothing };
  const named = kind === "speed" ? (sport === "running" ? "PACE" : "SPEED") : TARGETS[kind];
  if (named === undefined || low === null || high === null) {
    return { targetType: "OPEN", ...nothing };
  }
  const digits = kind === "speed" ? 3 : 0;
  return {
    ...{ targetType: named, ...blank },
    targetValueLow: Number(Math.min(low, high).toFixed(digits)),
    targetValueHigh: Number(Math.max(low, high).toFixed(digits)),
  };
}
