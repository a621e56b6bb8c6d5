/**
 * A planned workout against its recording: which part was which step, repetition by repetition.
 * ALN-1 to ALN-3: by the device's step numbers, else by its laps, else by the recorded output.
 * Reference: none; conventions of this product, judged on recordings (see the method page).
 * Valid: recordings second by second; else none, with the reason. Steps are done in the plan's order.
 */
import type { Channel, RecordedLap, Streams } from "../activity/activity-types";
import { areAutomatic } from "../activity/lap-intervals";
import type { Sport } from "../activity/sports";
import type { PlannedStep, PlannedWorkout } from "../plan/planned-workout";
import { agreement } from "./agreement";
import type { AlignmentContext } from "./alignment-context";
import { areLapsThePlan, whyNotAligned } from "./alignment-gate";
import type { WorkoutAlignment } from "./alignment-types";
import { evenEdges, lapEdges } from "./candidate-edges";
import { exactEdges } from "./exact-edges";
import { extraEfforts } from "./extra-efforts";
import { keySteps } from "./key-steps";
import { placeByNumber } from "./place-by-number";
import { type Places, placeSteps, type StepCost } from "./place-steps";
import { type StepLength, stepLengths, stepWeights } from "./step-costs";
import { stepExecutions } from "./step-execution";
import { type Misfit, stepMisfits } from "./step-misfit";
import { onClock, type TimerClock, timerClock } from "./timer-clock";

const FORMULA = "ALN-1@1";
/** The edges that are tried lie apart; the exact one is sought this far around. */
const EDGE_REACH_S = 20;
const MIN_COVERAGE = 0.5;
const NO_STEPS = "The plan has no steps.";
const NO_RECORDING = "There is no second-by-second recording to hold the plan against.";
const NOTHING_TELLS = "Nothing that was recorded tells one step of the plan from the next.";

export type AlignmentInput = {
  readonly workout: Pick<PlannedWorkout, "steps">;
  readonly streams: Streams;
  readonly laps: readonly RecordedLap[];
  readonly sport: Sport;
};

type Aligned = { readonly source: "steps" | "laps" | "output"; readonly places: Places };

export function alignWorkout({ workout, streams, laps, sport }: AlignmentInput): WorkoutAlignment {
  const { steps } = workout;
  if (steps.length === 0) return { source: "none", reason: NO_STEPS };
  const context = contextOf(steps, streams, sport);
  const { channels, clock, misfits } = context;
  if (context.lengthS === 0) return { source: "none", reason: NO_RECORDING };
  const costs = steps.map((step, i) => costOf(context, step, i));
  const found = aligned(context, costs, laps);
  if (typeof found === "string") return { source: "none", reason: found };
  const { source, places } = found;
  return {
    ...{ source, agreement: agreement(costs, places, context.lengthS), formula: FORMULA },
    steps: stepExecutions({ steps, places, streams, channels, clock }),
    extra: extraEfforts(steps, misfits, places, clock),
  };
}

function contextOf(
  steps: readonly PlannedStep[],
  streams: Streams,
  sport: Sport,
): AlignmentContext {
  const clock = timerClock(streams);
  const lengthS = clock.elapsed.length;
  const channels = usableChannels(streams, clock);
  const keys = keySteps(steps);
  const misfits = stepMisfits({ steps, keys, channels, lengthS, sport });
  return {
    ...{ steps, keys, channels, clock, lengthS, misfits },
    lengths: stepLengths(steps, channels, lengthS),
  };
}

/** Without those that are mostly gaps, which would fit any plan; distance may have them. */
function usableChannels(streams: Streams, clock: TimerClock): Streams["channels"] {
  const all = Object.entries(streams.channels).map(
    ([name, channel]) => [name, onClock(channel, clock)] as const,
  );
  const isUsable = ({ valid }: Channel) =>
    valid.reduce((sum, one) => sum + one, 0) >= MIN_COVERAGE * valid.length;
  return Object.fromEntries(
    all.filter(([name, channel]) => name === "distanceM" || isUsable(channel)),
  );
}

/** The first way that passes its gate; else why the last one did not. */
function aligned(
  context: AlignmentContext,
  costs: readonly (StepCost & Misfit)[],
  laps: readonly RecordedLap[],
): Aligned | string {
  const { steps, keys, clock, lengthS, misfits } = context;
  const numbered = placeByNumber(context, laps);
  if (numbered) return { source: "steps", places: numbered };
  if (laps.length > 1 && !areAutomatic(laps)) {
    const places = placeSteps(costs, lapEdges(laps, clock));
    if (areLapsThePlan(context, places, agreement(costs, places, lengthS)))
      return { source: "laps", places };
  }
  const isTold = steps.some((step, i) => keys.has(step) && misfits[i]?.evidence !== "none");
  if (!isTold) return NOTHING_TELLS;
  const near = placeSteps(costs, evenEdges(lengthS));
  const places = exactEdges(costs, near, EDGE_REACH_S);
  const reason = whyNotAligned(context, places, agreement(costs, places, lengthS));
  return reason ?? { source: "output", places };
}

function costOf({ keys, lengths, misfits }: AlignmentContext, step: PlannedStep, i: number) {
  const length = lengths[i] as StepLength;
  return { ...length, ...(misfits[i] as Misfit), ...stepWeights(length, keys.has(step)) };
}
