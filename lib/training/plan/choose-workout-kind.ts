/**
 * Which kind of session the training itself asks for today, before the morning has its say.
 * PLN-5, PLN-7, PLN-9: at most 3 hard sessions in 7 days, 48 h apart; no hard day in a deep hole or a steep ramp.
 * Reference: science.md 22.
 * Valid: hard and long sessions need six sessions of that sport in the last 28 days.
 */
import type { RecommendationInput } from "./recommendation-input";
import type { WorkoutKind } from "./workout-templates";

export const MAX_HARD_PER_WEEK = 3;
export const MIN_HOURS_BETWEEN_HARD = 48;
const WEEK_H = 168;
const MIN_SESSIONS = 6;
const MAX_RAMP = 8;
const TIRED_TSB = -20;
const DEEP_TSB = -30;
const DAYS_BETWEEN_LONG = 6;
const DAYS_BETWEEN_STRENGTH = 3;

/** Hard sessions turn through these, so that no two in a row are alike. */
const HARD_KINDS: readonly WorkoutKind[] = ["threshold", "vo2max"];

export type KindChoice = { readonly kind: WorkoutKind; readonly why: string };

export function chooseWorkoutKind(input: RecommendationInput): KindChoice {
  const { volume, tsb } = input;
  const form = tsb === null ? null : Math.round(tsb) || 0;
  if (tsb !== null && tsb < DEEP_TSB) {
    return { kind: "recovery", why: `Form is ${form}: the last weeks need to sink in first.` };
  }
  if (volume.sessions28 < MIN_SESSIONS) {
    return {
      kind: "endurance",
      why: `${volume.sessions28} sessions in the last four weeks: regular easy ones come first.`,
    };
  }
  if (tsb !== null && tsb < TIRED_TSB) {
    return { kind: "endurance", why: `Form is ${form}: easy volume until you are fresher.` };
  }
  if (volume.ramp !== null && volume.ramp > MAX_RAMP) {
    return {
      kind: "endurance",
      why: `Fitness rose ${volume.ramp.toFixed(1)} points this week: no harder and no longer for now.`,
    };
  }
  return withHardDays(input);
}

function withHardDays(input: RecommendationInput): KindChoice {
  const recent = input.hardSessionsHoursAgo.filter((hours) => hours < WEEK_H);
  const hoursSince = recent.length > 0 ? Math.min(...recent) : null;
  if (hoursSince !== null && hoursSince < MIN_HOURS_BETWEEN_HARD) {
    return afterHardDay(input, hoursSince);
  }
  const { daysSinceLong } = input.volume;
  if (recent.length >= MAX_HARD_PER_WEEK) {
    return {
      kind: isLongDue(daysSinceLong) ? "long" : "endurance",
      why: `${recent.length} hard sessions in the last seven days are enough.`,
    };
  }
  if (isLongDue(daysSinceLong) && recent.length > 1) {
    return { kind: "long", why: longWords(daysSinceLong) };
  }
  const kind = HARD_KINDS[input.dayNumber % HARD_KINDS.length] as WorkoutKind;
  const why =
    hoursSince === null
      ? "No hard session in the last seven days."
      : `The last hard session was ${Math.floor(hoursSince / 24)} days ago.`;
  return { kind, why };
}

function afterHardDay(input: RecommendationInput, hoursSince: number): KindChoice {
  const why = `The last hard session was ${Math.round(hoursSince)} h ago; 48 h lie between two.`;
  const { daysSinceStrength } = input;
  const isStrengthDue = daysSinceStrength !== null && daysSinceStrength >= DAYS_BETWEEN_STRENGTH;
  if (isStrengthDue && hoursSince >= 24) return { kind: "strength", why };
  return { kind: "endurance", why };
}

function isLongDue(daysSinceLong: number | null): boolean {
  return daysSinceLong === null || daysSinceLong >= DAYS_BETWEEN_LONG;
}

function longWords(daysSinceLong: number | null): string {
  if (daysSinceLong === null) return "No long session in the last 30 days.";
  return `The last long session was ${daysSinceLong} days ago.`;
}
