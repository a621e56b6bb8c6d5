/**
 * What keeps a day quiet whatever the training asks for: injury, race, illness, break, a full week, heat, fatigue, ramp.
 * PLN-1, PLN-4, PLN-5, PLN-15: nothing hard on such a day; as many easy days after an illness as it had days.
 * Reference: science.md 22; the limits of form and the days around a race are a convention.
 * Valid: null on a day that may be hard or long. An illness that goes on is no matter of kind: it cancels.
 */
import { heatWords, isHot } from "./heat-limits";
import type { KindChoice } from "./intent";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import { weekRoomS } from "./week-room";

const MIN_SESSIONS = 6;
const MAX_RAMP = 8;
const TIRED_TSB = -20;
const DEEP_TSB = -30;
const DAYS_OF_RECOVERY_KIND = 3;
const EVE_DAYS = 2;
/** Less is no session. */
const SHORTEST_S = 1200;
const NOUNS = { cycling: "riding", running: "running", swimming: "swimming" } as const;

export function quietDay(input: RecommendationInput, trained: TrainedSport): KindChoice | null {
  const { events, season } = input;
  return (
    ofHealth(events) ??
    ofRace(season) ??
    ofWeek(trained) ??
    ofBreak(input) ??
    ofHeat(input, trained) ??
    ofTraining(input, trained)
  );
}

function ofHealth(events: RecommendationInput["events"]): KindChoice | null {
  if (events.isInjured) {
    const why = "You are injured: nothing hard, and only what does not hurt.";
    return { kind: "endurance", why };
  }
  if (events.easyDaysLeft > 0) {
    const left =
      events.easyDaysLeft === 1 ? "today is the last" : `${events.easyDaysLeft} are left`;
    return { kind: "endurance", why: `As many easy days as you were ill: ${left}.` };
  }
  return null;
}

function ofRace({
  daysToRace,
  daysSinceRace,
  phase,
}: RecommendationInput["season"]): KindChoice | null {
  if (daysToRace === 0) {
    return { kind: "openers", why: "Race day: this is the warm-up, the race is the session." };
  }
  if (daysToRace === 1) {
    return { kind: "openers", why: "The race is tomorrow: wake the legs, no more." };
  }
  if (daysToRace !== null && daysToRace <= EVE_DAYS) {
    return { kind: "recovery", why: `The race is in ${daysToRace} days: stay fresh.` };
  }
  if (phase === "recovery" && daysSinceRace !== null) {
    const kind = daysSinceRace <= DAYS_OF_RECOVERY_KIND ? "recovery" : "endurance";
    const ago = daysSinceRace === 1 ? "yesterday" : `${daysSinceRace} days ago`;
    return { kind, why: `You raced ${ago}: easy until it has sunk in.` };
  }
  return null;
}

/** Strength and mobility are left: they are no volume of that sport. */
function ofWeek({ sport, volume }: TrainedSport): KindChoice | null {
  if (weekRoomS(volume) >= SHORTEST_S) return null;
  const why = `Enough ${NOUNS[sport]} for seven days: a tenth more than usual is the most.`;
  return { kind: "mobility", why };
}

function ofHeat(input: RecommendationInput, { sport }: TrainedSport): KindChoice | null {
  if (!input.heat || !isHot(input, sport)) return null;
  return { kind: "endurance", why: heatWords(input.heat) };
}

function ofBreak({ daysOff, events }: RecommendationInput): KindChoice | null {
  if (daysOff > 0) {
    return { kind: "endurance", why: `After ${daysOff} days off: easy, at three quarters.` };
  }
  if (events.isTravelDay) {
    return { kind: "endurance", why: "You travel today: short and easy." };
  }
  return null;
}

function ofTraining({ tsb }: RecommendationInput, { volume }: TrainedSport): KindChoice | null {
  const form = tsb === null ? null : String(Math.round(tsb) || 0).replace("-", "−");
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
  return null;
}
