import type { DemoCapacity } from "./demo-athlete";
import type { DemoSession } from "./demo-calendar";

/** A workout that the watch led through: its steps as FIT fields, and the step of each lap. */
export type DemoWorkout = {
  readonly steps: readonly Readonly<Record<string, unknown>>[];
  readonly lapSteps: readonly number[];
};

/** Half the width of a target, as a share of its middle. */
const TARGET_REACH = 0.06;
const [WARM_UP, WORK, REST, COOL_DOWN] = [0, 1, 2, 4];

/** A session of warm-up, rounds of work and rest, and cool-down; null for any other. */
export function demoWorkout(session: DemoSession, capacity: DemoCapacity): DemoWorkout | null {
  const { blocks, isWorkout } = session;
  const [warmUp, work, rest] = blocks;
  const coolDown = blocks.at(-1);
  if (!isWorkout || !warmUp || !work || !rest || !coolDown) return null;
  const time = (seconds: number) => ({ durationType: "time", durationValue: seconds * 1000 });
  const open = { targetType: "open" };
  const rounds = (blocks.length - 2) / 2;
  const speed = work.intensity * capacity.thresholdSpeedMps * 1000;
  return {
    steps: [
      { intensity: "warmup", ...time(warmUp.durationS), ...open },
      {
        intensity: "interval",
        ...time(work.durationS),
        targetType: "speed",
        targetValue: 0,
        customTargetValueLow: Math.round(speed * (1 - TARGET_REACH)),
        customTargetValueHigh: Math.round(speed * (1 + TARGET_REACH)),
      },
      { intensity: "recovery", ...time(rest.durationS), ...open },
      { durationType: "repeatUntilStepsCmplt", durationValue: WORK, targetValue: rounds },
      { intensity: "cooldown", ...time(coolDown.durationS), ...open },
    ],
    lapSteps: blocks.map((_, i) => {
      if (i === 0) return WARM_UP;
      if (i === blocks.length - 1) return COOL_DOWN;
      return i % 2 === 1 ? WORK : REST;
    }),
  };
}
