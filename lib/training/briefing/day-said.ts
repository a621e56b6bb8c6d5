/**
 * What a morning's answer means for the day, in a title and a sentence that never say more than is so.
 * BRF-DAY: illness before the athlete's own choice, that before the decision, and an injury beside each.
 * Reference: none, words for RDY-S11 and PLN-1W.
 * Valid: any morning with an answer, whatever was told of it and whatever was chosen.
 */
import type { FindingSeverity } from "../insights/finding";
import { isIll } from "../plan/is-ill";
import type { DayEvents } from "../plan/recommendation-input";
import type { RecommendedWorkout } from "../plan/workout-types";
import type { Decision, ReadinessDecision } from "../recovery/recovery-types";

export type DayTold = {
  readonly decision: ReadinessDecision;
  /** What the day is about; null on a day of rest. */
  readonly workout: RecommendedWorkout | null;
  /** What the athlete has told of the day; null or absent where the morning knew nothing of it. */
  readonly events?: Pick<DayEvents, "isIll" | "isInjured" | "easyDaysLeft"> | null;
  /** What the athlete made of the workout; null or absent while nothing. */
  readonly response?: "accepted" | "kept" | "swapped" | "skipped" | null;
};

export type DaySaid = {
  readonly title: string;
  readonly meaning: string;
  readonly severity: FindingSeverity;
  /** What to do instead of the workout; null where it is the workout. */
  readonly instead: string | null;
};

export const REST = "Rest, or move gently for as long as it feels good.";
const SEVERITY: Readonly<Record<Decision, FindingSeverity>> = {
  go: "notice",
  ease: "caution",
  rest: "warning",
};

export function daySaid(told: DayTold): DaySaid {
  const { decision, workout, events, response } = told;
  if (isIll({ decision, events: events ?? undefined })) {
    return {
      title: "Today is for rest",
      meaning: "You told of an illness: no training until it is over.",
      severity: "warning",
      instead: "Rest until it is over.",
    };
  }
  const said =
    response === "kept" ? keptSaid(told) : response === "skipped" ? SKIPPED : asDecided(told);
  const care = events ? careSaid(events) : null;
  const isHurt = care !== null && decision.decision === "go";
  const severity = isHurt ? "caution" : SEVERITY[decision.decision];
  if (workout === null || response === "skipped") return { ...said, severity, instead: REST };
  if (care === null) return { ...said, severity, instead: null };
  // That nothing stands against it would be too much: something does.
  if (isHurt) return { ...care, severity, instead: null };
  return { ...said, meaning: `${said.meaning} ${care.meaning}`, severity, instead: null };
}

type Said = Pick<DaySaid, "title" | "meaning">;

function careSaid({ isInjured, easyDaysLeft }: NonNullable<DayTold["events"]>): Said | null {
  if (isInjured) {
    return {
      title: "Train around the injury",
      meaning: "You told of an injury: only what does not hurt.",
    };
  }
  if (easyDaysLeft === 0) return null;
  return {
    title: "Easy, after the illness",
    meaning: "You told of an illness that is over: easy for as many days as it lasted.",
  };
}

const SKIPPED: Said = {
  title: "A day off, as you chose",
  meaning: "You skip today’s session; it is not made up for later.",
};

function keptSaid({ decision: { decision } }: DayTold): Said {
  if (decision === "go")
    return { title: "Ready to train", meaning: "You keep the session as it was." };
  const meaning =
    decision === "rest"
      ? "Your body asks for a day without training; you keep the session, so stop when it does not feel right."
      : "The signals ask for less; you keep the session as it was, so listen to yourself.";
  return { title: "Your own choice today", meaning };
}

const CUTS = {
  none: "Train, but listen to yourself.",
  volume: "So today is shorter than it would have been.",
  intensity: "So today is easier than it would have been.",
  both: "So today is shorter and easier than it would have been.",
} as const satisfies Record<ReadinessDecision["modification"], string>;

function asDecided({ decision: { decision, modification }, workout, response }: DayTold): Said {
  if (decision === "rest") {
    const meaning = workout
      ? "Your body asks for a day without training; gentle movement costs nothing."
      : "Your body asks for a day without training.";
    return { title: "Today is for rest", meaning };
  }
  if (workout === null) {
    const meaning =
      decision === "go"
        ? "Nothing is asked of you today."
        : "What would be left of today’s session would not help.";
    return { title: "A day off, as it should be", meaning };
  }
  if (decision === "ease") {
    const meaning =
      response === "swapped" ? "The signals ask for less than usual." : CUTS[modification];
    return { title: "Train, but less than planned", meaning };
  }
  return {
    title: workout.intensity === "hard" ? "Ready for a hard session" : "Ready to train",
    meaning: "Nothing speaks against training.",
  };
}
