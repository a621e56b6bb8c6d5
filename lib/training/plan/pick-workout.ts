/**
 * A workout of a kind from the library that today's limits allow.
 * PLN-5, PLN-10, PLN-11: templates of the kind and phase take turns by the day; shortened until its load has room.
 * Reference: science.md 22; the turns are a convention.
 * Valid: null when no template of the kind fits time and load.
 */
import { buildWorkout } from "./build-workout";
import { isForbidden } from "./forbidden-sports";
import { hardWaitMinutes } from "./hard-limits";
import { isTooHot } from "./heat-limits";
import { isDark } from "./is-dark";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import { PHASE_NAMES } from "./season-words";
import {
  HARD_KINDS,
  type TemplateSport,
  type WorkoutKind,
  type WorkoutTemplate,
} from "./template-types";
import { weekRoomS } from "./week-room";
import { WORKOUT_TEMPLATES } from "./workout-templates";
import type { RecommendedWorkout } from "./workout-types";

const STEP_S = 300;
/** Hard kinds come every second day and turn themselves: their templates turn after both. */
const HARD_DAYS_PER_TURN = 4;

/** The library's own sport for a kind: strength and mobility stand beside the endurance sports. */
export function sportOfKind(kind: WorkoutKind, { sport }: TrainedSport): TemplateSport {
  return kind === "strength" || kind === "mobility" ? kind : sport;
}

export type PickLimits = Pick<
  RecommendationInput,
  | "season"
  | "dayNumber"
  | "events"
  | "heat"
  | "sports"
  | "daylight"
  | "hardSessionsHoursAgo"
  | "usualStartMinute"
> & {
  /** The most load that the workout may have. */
  readonly room: number;
};

export function pickWorkout(
  kind: WorkoutKind,
  trained: TrainedSport,
  durationS: number,
  limits: PickLimits,
): RecommendedWorkout | null {
  const templates = candidates(kind, sportOfKind(kind, trained), limits);
  const turn = Math.floor(limits.dayNumber / (HARD_KINDS.has(kind) ? HARD_DAYS_PER_TURN : 1));
  const inTurn = templates.map((_, i) => templates[(turn + i) % templates.length] ?? null);
  // One that may last as long comes before one that has to be cut.
  for (const isCut of [false, true]) {
    for (const template of inTurn) {
      if (template === null) continue;
      const lastsS = isCut ? Math.min(durationS, template.durationS[1]) : durationS;
      const workout = withinRoom(template, trained, lastsS, limits);
      if (workout) return workout;
    }
  }
  return null;
}

function candidates(
  kind: WorkoutKind,
  sport: TemplateSport,
  limits: PickLimits,
): readonly WorkoutTemplate[] {
  if (isForbidden(limits.events, sport)) return [];
  return templatesOf(kind, sport).filter((template) => whyNot(template, limits) === null);
}

function templatesOf(kind: WorkoutKind, sport: TemplateSport): readonly WorkoutTemplate[] {
  return WORKOUT_TEMPLATES.filter((one) => one.sport === sport && one.kind === kind);
}

/** What keeps a template out, whatever the time and load that are left; null when nothing does. */
function whyNot(
  template: WorkoutTemplate,
  { season, events }: Pick<PickLimits, "season" | "events">,
): string | null {
  if (!template.phases.includes(season.phase)) return `not for ${PHASE_NAMES[season.phase]}`;
  const isSpared = events.isInjured || events.easyDaysLeft > 0;
  return isSpared && hasBursts(template) ? "has bursts, and you are hurt or were just ill" : null;
}

export type TemplateOutcome = {
  readonly id: string;
  readonly title: string;
  /** Null of the one that was picked. */
  readonly leftOut: string | null;
};

/** Every template of a kind, and why it was not picked. */
export function templateOutcomes(
  kind: WorkoutKind,
  trained: TrainedSport,
  durationS: number,
  limits: PickLimits,
): TemplateOutcome[] {
  const sport = sportOfKind(kind, trained);
  const picked = pickWorkout(kind, trained, durationS, limits);
  return templatesOf(kind, sport).map((template) => {
    const { id, title } = template;
    if (id === picked?.templateId) return { id, title, leftOut: null };
    const leftOut = isForbidden(limits.events, sport) ? "an injury forbids it" : null;
    const why =
      leftOut ?? whyNot(template, limits) ?? whyNotToday(template, trained, durationS, limits);
    return { id, title, leftOut: why };
  });
}

function whyNotToday(
  template: WorkoutTemplate,
  trained: TrainedSport,
  durationS: number,
  limits: PickLimits,
): string {
  const [leastS, mostS] = template.durationS;
  if (durationS < leastS) return `takes ${leastS / 60} minutes at least`;
  const workout = withinRoom(template, trained, Math.min(durationS, mostS), limits);
  if (workout === null) return "does not fit the time and load that are left";
  return durationS > mostS ? `takes ${mostS / 60} minutes at most` : "is for another day’s turn";
}

/** Strides and sprints leave an easy session easy, but not for who is hurt or was just ill. */
function hasBursts({ body }: WorkoutTemplate): boolean {
  return (
    body.form === "repeats" &&
    body.block.some(({ level }) => level === "vo2max" || level === "anaerobic")
  );
}

function withinRoom(
  template: WorkoutTemplate,
  { settings, volume }: TrainedSport,
  durationS: number,
  limits: PickLimits,
): RecommendedWorkout | null {
  const { room, sports } = limits;
  const runner = sports.find(({ sport }) => sport === "running");
  const build = (seconds: number) => buildWorkout(template, seconds, settings, runner?.settings);
  let workout = build(durationS);
  if (workout && !mayRun(workout, runner, limits)) return null;
  for (let left = durationS; workout !== null && workout.load > room; ) {
    // Load goes with time, nearly: one step less at least, and not many tries.
    const share = room > 0 ? room / workout.load : 0;
    left = Math.min(left - STEP_S, Math.floor((left * share) / STEP_S) * STEP_S);
    workout = build(left);
  }
  return workout && withPlaceAndTime(workout, template, volume, limits);
}

function withPlaceAndTime(
  workout: RecommendedWorkout,
  { sport, kind }: WorkoutTemplate,
  volume: TrainedSport["volume"],
  limits: PickLimits,
): RecommendedWorkout {
  const isIndoors =
    isTooHot(limits, sport) ||
    (sport === "cycling" && isDark(limits.daylight, volume, workout.durationS));
  const waits = HARD_KINDS.has(kind) ? (hardWaitMinutes(limits) ?? 0) : 0;
  const start = limits.usualStartMinute ?? 0;
  return {
    ...workout,
    ...(isIndoors && { isIndoors }),
    ...(waits > 0 && { notBeforeMinute: start + waits }),
  };
}

/** False for a brick whose run is forbidden, or more than the week still takes. */
function mayRun(
  { steps }: RecommendedWorkout,
  runner: TrainedSport | undefined,
  { events }: PickLimits,
): boolean {
  const runS = steps.reduce((sum, { sport, durationS }) => sum + (sport ? durationS : 0), 0);
  if (runS === 0) return true;
  return (
    runner !== undefined && !isForbidden(events, "running") && runS <= weekRoomS(runner.volume)
  );
}
