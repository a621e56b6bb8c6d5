/**
 * A workout of a kind from the library that today's limits allow.
 * PLN-5, PLN-10, PLN-11: templates of the kind and phase take turns by the day; shortened until its load has room.
 * Reference: science.md 22; the turns are a convention.
 * Valid: null when no template of the kind fits time and load.
 */
import { buildWorkout } from "./build-workout";
import { isForbidden } from "./forbidden-sports";
import { isTooHot } from "./heat-limits";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
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
  "season" | "dayNumber" | "events" | "heat" | "sports"
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
  { season, events }: PickLimits,
): readonly WorkoutTemplate[] {
  if (isForbidden(events, sport)) return [];
  const isSpared = events.isInjured || events.easyDaysLeft > 0;
  return WORKOUT_TEMPLATES.filter(
    (template) =>
      template.sport === sport &&
      template.kind === kind &&
      template.phases.includes(season.phase) &&
      !(isSpared && hasBursts(template)),
  );
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
  { settings }: TrainedSport,
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
  return workout && isTooHot(limits, template.sport) ? { ...workout, isIndoors: true } : workout;
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
