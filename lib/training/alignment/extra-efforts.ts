import type { PlannedStep } from "../plan/planned-workout";
import type { ExtraEffort } from "./alignment-types";
import type { Place } from "./place-steps";
import type { Misfit } from "./step-misfit";
import type { TimerClock } from "./timer-clock";

const SHORTEST_S = 30;
const BRIDGED_BREAK_S = 15;
/** Beyond this misfit a second is no work. */
const FITS_WORK = 0.5;

/** Stretches like the plan's work in time that no step takes: a repetition more than planned. */
export function extraEfforts(
  steps: readonly PlannedStep[],
  misfits: readonly Misfit[],
  places: readonly (Place | null)[],
  clock: TimerClock,
): ExtraEffort[] {
  const shortest = steps.reduce<number>((least, { kind, length }) => {
    const half = kind === "work" && length.by === "time" ? length.seconds / 2 : least;
    return Math.min(least, half);
  }, Number.POSITIVE_INFINITY);
  const work = misfits.find((misfit, i) => steps[i]?.kind === "work" && misfit.evidence !== "none");
  if (work === undefined) return [];
  const wanted = Math.max(SHORTEST_S, Number.isFinite(shortest) ? shortest : SHORTEST_S);
  const taken = new Uint8Array(clock.elapsed.length);
  for (const place of places) if (place) taken.fill(1, place.from, place.to);
  const hard: { from: number; to: number }[] = [];
  for (let t = 0; t < taken.length; t++) {
    const misfit = (work.misfit[t + 1] as number) - (work.misfit[t] as number);
    if (taken[t] === 1 || misfit > FITS_WORK) continue;
    const last = hard.at(-1);
    const isSame = last && t - last.to < BRIDGED_BREAK_S && !taken.subarray(last.to, t).includes(1);
    if (isSame) last.to = t + 1;
    else hard.push({ from: t, to: t + 1 });
  }
  return hard
    .filter(({ from, to }) => to - from >= wanted)
    .map(({ from, to }) => ({
      fromS: clock.elapsed[from] as number,
      toS: (clock.elapsed[to - 1] as number) + 1,
    }));
}
