import type { Channel } from "../activity/activity-types";
import type { PlannedStep } from "../plan/planned-workout";
import type { AlignmentContext } from "./alignment-context";
import type { Places } from "./place-steps";
import type { Misfit } from "./step-misfit";
import { targetChannel } from "./target-channel";

const MIN_FOUND = 0.5;
/** Laps that someone pressed for other reasons match a few steps, too. */
const MIN_FOUND_BY_LAPS = 0.75;
/** By what speaks for the work steps; the weaker it is the closer the plan must be followed. */
const MIN_AGREEMENT: Readonly<Record<Misfit["evidence"], number>> = {
  target: 0.7,
  effort: 0.92,
  none: 0.92,
};
/** Nothing can be mistaken for a repetition where the plan has none. */
const MIN_AGREEMENT_WITHOUT_WORK = 0.5;
/** Work must stand out from rest by this share of what was planned, or of rest itself where none was. */
const MIN_PLANNED_CONTRAST = 0.5;
const MIN_CONTRAST = 0.15;

const NOT_FOUND = "Fewer than half of the planned work steps can be found in the recording.";
const TOO_DIFFERENT =
  "The recording does not follow the plan closely enough to tell which part was which step.";

/** What stands against believing a placement, in words for the athlete; null when nothing does. */
export function whyNotAligned(
  context: AlignmentContext,
  places: Places,
  agreement: number,
): string | null {
  const { steps, keys } = context;
  const keyAt = steps.flatMap((step, i) => (keys.has(step) ? [i] : []));
  if (shareFound(keyAt, places) < MIN_FOUND) return NOT_FOUND;
  if (agreement < leastAgreement(context, keyAt)) return TOO_DIFFERENT;
  if (shareFound(restsBetween(steps, places), places) < MIN_FOUND) return TOO_DIFFERENT;
  return standsOut(context, places) ? null : TOO_DIFFERENT;
}

/** Whether laps laid as steps are the plan, not something else that they marked. */
export function areLapsThePlan(
  context: AlignmentContext,
  places: Places,
  agreement: number,
): boolean {
  const all = context.steps.map((_, i) => i);
  return (
    shareFound(all, places) >= MIN_FOUND_BY_LAPS &&
    whyNotAligned(context, places, agreement) === null
  );
}

function leastAgreement({ steps, misfits }: AlignmentContext, keyAt: readonly number[]): number {
  if (!steps.some(({ kind }) => kind === "work")) return MIN_AGREEMENT_WITHOUT_WORK;
  const told = keyAt.map((i) => MIN_AGREEMENT[misfits[i]?.evidence ?? "none"]);
  return Math.min(...told);
}

function shareFound(at: readonly number[], places: Places): number {
  return at.length === 0 ? 1 : at.filter((i) => places[i]).length / at.length;
}

/** One long effort is no set of intervals: rests with work found on both sides must be there, too. */
function restsBetween(steps: readonly PlannedStep[], places: Places): number[] {
  const isWork = (i: number) => steps[i]?.kind === "work" && Boolean(places[i]);
  return steps.flatMap(({ kind }, i) =>
    kind === "recovery" && isWork(i - 1) && isWork(i + 1) ? [i] : [],
  );
}

/** Whether work was harder than rest by at least half of what the plan asks. */
function standsOut(context: AlignmentContext, places: Places): boolean {
  const { steps, channels } = context;
  const model = steps.find(({ kind }) => kind === "work");
  const found = model && targetChannel(model.target, channels);
  if (!model || !found || !("channel" in found)) return true;
  const isLike = ({ target }: PlannedStep) => target.kind === model.target.kind;
  const isRest = restOf(steps);
  const hard = meanOver(found.channel, steps, places, (one) => one.kind === "work" && isLike(one));
  const easy = meanOver(found.channel, steps, places, isRest);
  if (hard === null || easy === null) return true;
  const work = steps.filter((step) => step.kind === "work" && isLike(step)).map(middle);
  const rest = steps.filter((step) => isRest(step) && isLike(step)).map(middle);
  const needed =
    rest.length > 0 ? MIN_PLANNED_CONTRAST * (meanOf(work) - meanOf(rest)) : MIN_CONTRAST * easy;
  return hard - easy >= needed;
}

/** The rests between, where the plan has some; else what comes before and after. */
function restOf(steps: readonly PlannedStep[]): (step: PlannedStep) => boolean {
  const hasRests = steps.some(({ kind }) => kind === "recovery");
  return ({ kind }) => (hasRests ? kind === "recovery" : kind === "warmup" || kind === "cooldown");
}

function middle({ target: { low, high } }: PlannedStep): number {
  return ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanOver(
  { values, valid }: Channel,
  steps: readonly PlannedStep[],
  places: Places,
  counts: (step: PlannedStep) => boolean,
): number | null {
  let [sum, seconds] = [0, 0];
  steps.forEach((step, i) => {
    const place = places[i];
    if (!place || !counts(step)) return;
    for (let t = place.from; t < place.to; t++) {
      if (valid[t] !== 1) continue;
      sum += values[t] as number;
      seconds++;
    }
  });
  return seconds > 0 ? sum / seconds : null;
}
