/**
 * The alignment of a planned workout by name: a ride's power and the steps of its plan, from input to outputs.
 * It only renames; the formula is in the metric's own files. Reference: the vectors format.
 * Valid: steps of a time with a power target; `work` is 1 for a work step and 0 for an easy one.
 */
import { alignWorkout } from "../alignment/align-workout";
import type { PlannedStep } from "../plan/planned-workout";
import type { MetricOutputs } from "./metric-adapter";
import type { VectorInput } from "./vector-input";

export function alignmentOutputs(input: VectorInput): MetricOutputs {
  const powerW = input.channel("power_w");
  const lengthS = powerW.values.length;
  const alignment = alignWorkout({
    workout: { steps: stepsOf(input) },
    streams: { lengthS, timerOn: new Uint8Array(lengthS).fill(1), channels: { powerW } },
    laps: [],
    sport: "cycling",
  });
  if (alignment.source === "none") {
    return { agreement: null, outcomes: null, starts_s: null, means_w: null, in_range: null };
  }
  const { steps, agreement } = alignment;
  const found = steps.filter(({ status }) => status !== "skipped");
  return {
    agreement,
    outcomes: steps.map(({ status }) => status),
    starts_s: found.map(({ fromS }) => fromS),
    means_w: found.map(({ mean }) => mean),
    in_range: found.map(({ inRange }) => inRange),
  };
}

function stepsOf(input: VectorInput): PlannedStep[] {
  const [work, low, high] = [input.series("work"), input.series("low_w"), input.series("high_w")];
  return [...input.series("durations_s")].map((seconds, i) => ({
    kind: work[i] === 1 ? "work" : "recovery",
    length: { by: "time", seconds },
    target: { kind: "power", low: low[i] ?? null, high: high[i] ?? null },
  }));
}
