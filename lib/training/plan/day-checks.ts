/**
 * What the day itself allows: time, illness, injury, a race near, heat.
 * PLN-12, PLN-15, PLN-HEAT; only what bears on the day is asked.
 * Reference: science.md 22.
 * Valid: any workout of the day.
 */
import { isForbidden } from "./forbidden-sports";
import { isHot, isTooHot } from "./heat-limits";
import { isIll } from "./is-ill";
import type { LimitCheck } from "./limit-check";
import type { RecommendationInput } from "./recommendation-input";
import type { TemplateSport } from "./template-types";
import type { RecommendedWorkout } from "./workout-types";

const EVE_DAYS = 2;

export function dayChecks(workout: RecommendedWorkout, input: RecommendationInput): LimitCheck[] {
  return [
    timeCheck(workout, input),
    ...illnessCheck(workout, input),
    ...injuryCheck(workout, input),
    ...raceCheck(workout, input),
    ...heatCheck(workout, input),
  ];
}

function timeCheck(
  { durationS }: RecommendedWorkout,
  { availableS }: Pick<RecommendationInput, "availableS">,
): LimitCheck {
  return {
    ...{ rule: "PLN-12", name: "Time of the day" },
    allowed: availableS === null ? "no limit is known" : `${Math.floor(availableS / 60)} min`,
    asked: `${Math.round(durationS / 60)} min`,
    isKept: durationS <= (availableS ?? Number.POSITIVE_INFINITY),
  };
}

const said = ({ intensity }: RecommendedWorkout) => `a ${intensity} one`;

function illnessCheck(workout: RecommendedWorkout, input: RecommendationInput): LimitCheck[] {
  const check = { rule: "PLN-15", name: "Illness", asked: said(workout) };
  if (isIll(input)) return [{ ...check, allowed: "nothing while it lasts", isKept: false }];
  if (input.events.easyDaysLeft === 0) return [];
  const isKept = workout.intensity !== "hard";
  return [{ ...check, allowed: "nothing hard for as many days as it lasted", isKept }];
}

function injuryCheck(workout: RecommendedWorkout, { events }: RecommendationInput): LimitCheck[] {
  if (!events.isInjured) return [];
  const sports = new Set(workout.steps.map((step) => step.sport ?? workout.sport));
  const isForbiddenIn = [...sports].some((sport) => isForbidden(events, sport as TemplateSport));
  const out = (events.forbidden ?? ["running"]).join(", ");
  return [
    {
      ...{ rule: "injury", name: "Injury" },
      allowed: `nothing hard${out === "" ? "" : `, and none of ${out}`}`,
      asked: said(workout),
      isKept: workout.intensity !== "hard" && !isForbiddenIn,
    },
  ];
}

function raceCheck(workout: RecommendedWorkout, { season }: RecommendationInput): LimitCheck[] {
  const { daysToRace, daysSinceRace } = season;
  const isNear = daysToRace !== null && daysToRace <= EVE_DAYS;
  if (!isNear && daysSinceRace === null) return [];
  return [
    {
      ...{ rule: "PLN-1", name: "Days around a race" },
      ...{ allowed: "nothing hard", asked: said(workout) },
      isKept: workout.intensity !== "hard",
    },
  ];
}

function heatCheck(workout: RecommendedWorkout, input: RecommendationInput): LimitCheck[] {
  const sport = workout.sport as TemplateSport;
  if (!isHot(input, sport)) return [];
  const isOut = workout.isIndoors !== true;
  const tooHot = isTooHot(input, sport);
  return [
    {
      ...{
        rule: "PLN-HEAT",
        name: "Heat",
        asked: `${said(workout)}, ${isOut ? "out of doors" : "indoors"}`,
      },
      allowed: tooHot ? "nothing hard, and indoors" : "nothing hard",
      isKept: workout.intensity !== "hard" && !(tooHot && isOut),
    },
  ];
}
