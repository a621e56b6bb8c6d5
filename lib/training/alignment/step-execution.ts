/**
 * What the recording shows of each step of the plan, once it is known where it lies.
 * ALN-3: done from nine tenths of the length on; time in range by the 10 s mean within the step, a target
 * of one value ± 5 %; the shift is its start against the sum of the steps before it.
 * Reference: none; conventions of this product. Means as everywhere (AVG-1).
 * Valid: a step that was skipped, or whose target was not recorded, has no mean, with the reason.
 */
import type { Channel, Streams } from "../activity/activity-types";
import { centredMean } from "../activity/centred-mean";
import { type RangeAverages, rangeAverages } from "../activity/range-averages";
import type { PlannedStep, PlannedTarget } from "../plan/planned-workout";
import type { StepExecution } from "./alignment-types";
import type { Place } from "./place-steps";
import { targetChannel } from "./target-channel";
import type { TimerClock } from "./timer-clock";

const DONE_FROM = 0.9;
const RANGE_MEAN_S = 10;
const SINGLE_VALUE = 0.05;
const NOT_THERE = "Not found in the recording.";
const NOTHING_RECORDED = "Nothing was recorded in this step.";

type Input = {
  readonly steps: readonly PlannedStep[];
  readonly places: readonly (Place | null)[];
  readonly streams: Streams;
  /** The streams' channels on the timer's clock. */
  readonly channels: Streams["channels"];
  readonly clock: TimerClock;
};

export function stepExecutions(input: Input): StepExecution[] {
  const { steps, places, streams, channels, clock } = input;
  const starts = plannedStarts(steps);
  const repetitions = repetitionsOf(steps);
  return steps.map((step, i) => {
    const place = places[i] ?? null;
    const common = { step, repetition: repetitions[i] ?? null };
    if (place === null) return { ...common, ...SKIPPED };
    const fromS = clock.elapsed[place.from] as number;
    const toS = (clock.elapsed[place.to - 1] as number) + 1;
    const averages = rangeAverages(streams, fromS, toS);
    const { distanceM } = averages;
    const timerS = place.to - place.from;
    const planned = starts[i] ?? null;
    return {
      ...common,
      ...{ fromS, toS, timerS, distanceM },
      status: lengthShare(step, timerS, distanceM) >= DONE_FROM ? "done" : "partly",
      ...held(step.target, channels, place, averages),
      startShiftS: planned === null ? null : place.from - planned,
    };
  });
}

const SKIPPED = {
  status: "skipped",
  fromS: null,
  toS: null,
  timerS: null,
  distanceM: null,
  mean: null,
  inRange: null,
  reason: NOT_THERE,
  startShiftS: null,
} as const;

function lengthShare({ length }: PlannedStep, timerS: number, distanceM: number | null): number {
  if (length.by === "time") return timerS / length.seconds;
  if (length.by === "open" || distanceM === null) return 1;
  return distanceM / length.metres;
}

type Held = Pick<StepExecution, "mean" | "inRange" | "reason">;

function held(
  target: PlannedTarget,
  channels: Streams["channels"],
  { from, to }: Place,
  averages: RangeAverages,
): Held {
  const found = targetChannel(target, channels);
  if ("reason" in found) return { mean: null, inRange: null, reason: found.reason };
  const part: Channel = {
    values: found.channel.values.subarray(from, to),
    valid: found.channel.valid.subarray(from, to),
  };
  const smooth = centredMean(part, RANGE_MEAN_S);
  const { low, high } = rangeOf(target);
  let [seconds, within] = [0, 0];
  for (let t = 0; t < to - from; t++) {
    if (smooth.valid[t] !== 1) continue;
    const value = smooth.values[t] as number;
    seconds++;
    if (value >= low && value <= high) within++;
  }
  const mean = meanOf(target.kind, averages);
  return seconds === 0 || mean === null
    ? { mean: null, inRange: null, reason: NOTHING_RECORDED }
    : { mean, inRange: within / seconds, reason: null };
}

function meanOf(kind: PlannedTarget["kind"], averages: RangeAverages): number | null {
  const { powerW, heartRateBpm, speedMps, cadenceRpm } = averages;
  if (kind === "power") return powerW;
  if (kind === "heart_rate") return heartRateBpm;
  return kind === "speed" ? speedMps : cadenceRpm;
}

function rangeOf({ low, high }: PlannedTarget): { low: number; high: number } {
  if (low !== null && low === high) {
    return { low: low * (1 - SINGLE_VALUE), high: low * (1 + SINGLE_VALUE) };
  }
  return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
}

/** Seconds into the workout at which each step is planned; null after one without a set time. */
function plannedStarts(steps: readonly PlannedStep[]): (number | null)[] {
  let start: number | null = 0;
  return steps.map(({ length }) => {
    const own = start;
    start = start !== null && length.by === "time" ? start + length.seconds : null;
    return own;
  });
}

/** Numbers steps of one kind, length and target; one that comes once has no number. */
function repetitionsOf(steps: readonly PlannedStep[]): StepExecution["repetition"][] {
  const keys = steps.map(({ kind, length, target }) => JSON.stringify([kind, length, target]));
  return keys.map((key, i) => {
    const of = keys.filter((other) => other === key).length;
    const number = keys.slice(0, i + 1).filter((other) => other === key).length;
    return of > 1 ? { number, of } : null;
  });
}
