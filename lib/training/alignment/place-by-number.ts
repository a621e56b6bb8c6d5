import type { RecordedLap } from "../activity/activity-types";
import type { AlignmentContext } from "./alignment-context";
import { lapEdges } from "./candidate-edges";
import { type Places, placeSteps } from "./place-steps";
import { stepWeights } from "./step-costs";
import { timerAt } from "./timer-clock";

/** The device knows which step it was in: lengths only decide between repetitions. */
const LENGTH_COUNTS = 0.1;

/** By the step numbers that the device wrote into its laps; null where it wrote none of this plan. */
export function placeByNumber(
  { steps, keys, clock, lengthS, lengths }: AlignmentContext,
  laps: readonly RecordedLap[],
): Places | null {
  const numbers = new Set(laps.flatMap(({ stepIndex }) => stepIndex ?? []));
  const isPlanned = ({ deviceIndex }: { deviceIndex?: number }) =>
    deviceIndex !== undefined && numbers.has(deviceIndex);
  if (!steps.some(isPlanned)) return null;
  const misfits = new Map([...numbers].map((number) => [number, misfitOf(number)]));
  const none = Float64Array.from({ length: lengthS + 1 }, (_, t) => t);
  const costs = steps.map((step, i) => {
    const length = lengths[i] as (typeof lengths)[number];
    const { skipS, shorter, longer } = stepWeights(length, keys.has(step));
    return {
      ...length,
      meanS: 0,
      misfit: misfits.get(step.deviceIndex ?? -1) ?? none,
      ...{ skipS, shorter: LENGTH_COUNTS * shorter, longer: LENGTH_COUNTS * longer, least: 0 },
    };
  });
  const places = placeSteps(costs, lapEdges(laps, clock));
  return places.some((place) => place !== null) ? places : null;

  function misfitOf(number: number): Float64Array {
    const fits = new Uint8Array(lengthS);
    for (const { startS, elapsedS, stepIndex } of laps) {
      if (stepIndex === number)
        fits.fill(1, timerAt(clock, startS), timerAt(clock, startS + elapsedS));
    }
    const sum = new Float64Array(lengthS + 1);
    for (let t = 0; t < lengthS; t++) sum[t + 1] = (sum[t] as number) + 1 - (fits[t] as number);
    return sum;
  }
}
