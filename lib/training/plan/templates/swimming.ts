import type { WorkoutTemplate } from "../template-types";
import {
  ANY_PHASE,
  BEFORE_TAPER,
  minutes,
  parts,
  RACE_SHARP,
  repeats,
  rest,
  setOf,
  steady,
  TOWARDS_RACE,
  work,
} from "./shapes";

const sport = "swimming";
/** Watches and walls: nobody stops in the middle of a length. */
const note = "In a pool, end each effort at the wall that is nearest in time.";

/** The warm-up is slower than the easy work, or nobody could tell them apart. */
function easyRepeats(...shape: Parameters<typeof repeats>): WorkoutTemplate {
  return { ...repeats(...shape), base: "recovery" };
}

const EASY: readonly WorkoutTemplate[] = [
  steady(
    {
      ...{ id: "swimming-technique-swim", sport, kind: "recovery", title: "Technique swim" },
      purpose: "Feel the water; every length tidy and slow.",
      ...{ phases: ANY_PHASE, durationS: minutes(20, 60) },
    },
    "recovery",
  ),
  steady(
    {
      ...{ id: "swimming-endurance-swim", sport, kind: "endurance", title: "Endurance swim" },
      purpose: "Build the aerobic base with an even stroke.",
      ...{ phases: ANY_PHASE, durationS: minutes(20, 120) },
    },
    "endurance",
  ),
  easyRepeats(
    {
      ...{ id: "swimming-drills", sport, kind: "endurance", title: "Drills and swim" },
      purpose: "A drill on the way out, easy swimming on the way back.",
      ...{ phases: ["base", "build", "recovery"], durationS: minutes(25, 75), note },
    },
    [6, 4],
    [6, 20],
    [work([90, 120], "endurance"), rest(30)],
  ),
  steady(
    {
      ...{ id: "swimming-long-swim", sport, kind: "long", title: "Long swim" },
      purpose: "Lengthen the distance that you swim without a break.",
      ...{ phases: ANY_PHASE, durationS: minutes(25, 180) },
    },
    "endurance",
  ),
];

const BRISK: readonly WorkoutTemplate[] = [
  repeats(
    {
      ...{ id: "swimming-tempo-sets", sport, kind: "tempo", title: "Tempo sets" },
      purpose: "Hold a brisk, even stroke.",
      ...{ phases: ANY_PHASE, durationS: minutes(25, 105), note },
    },
    [8, 5],
    [2, 5],
    [work([300, 420], "tempo"), rest(45)],
  ),
  parts(
    {
      ...{ id: "swimming-build-swim", sport, kind: "tempo", title: "Build swim" },
      purpose: "Start easily and end briskly, the stroke as long as at the start.",
      ...{ phases: ANY_PHASE, durationS: minutes(25, 105) },
    },
    [
      { share: 0.7, level: "endurance" },
      { share: 0.3, level: "tempo" },
    ],
  ),
  repeats(
    {
      ...{ id: "swimming-tempo-ladder", sport, kind: "tempo", title: "Tempo ladder" },
      purpose: "Two minutes, four, six and down again, all at one brisk speed.",
      ...{ phases: BEFORE_TAPER, durationS: minutes(35, 90), note },
    },
    [8, 5],
    [1, 2],
    [
      ...[work(120, "tempo"), rest(30), work(240, "tempo"), rest(30)],
      ...[work(360, "tempo"), rest(45), work(240, "tempo"), rest(30)],
      ...[work(120, "tempo"), rest(60)],
    ],
  ),
  repeats(
    {
      ...{ id: "swimming-openers", sport, kind: "openers", title: "Openers" },
      purpose: "Wake the arms for the race without tiring them.",
      ...{ phases: ["taper", "race_week"], durationS: minutes(20, 60), note },
    },
    [8, 5],
    [3, 6],
    [work(40, "vo2max"), rest(40)],
  ),
];

const HARD: readonly WorkoutTemplate[] = [
  repeats(
    {
      ...{ id: "swimming-css-intervals", sport, kind: "threshold" },
      title: "Critical speed intervals",
      purpose: "Push up the speed that you can hold.",
      ...{ phases: ANY_PHASE, durationS: minutes(25, 105), note },
    },
    [8, 5],
    [5, 12],
    [work([90, 150], "threshold"), rest(20)],
  ),
  repeats(
    {
      ...{ id: "swimming-broken-sets", sport, kind: "threshold", title: "Broken sets" },
      purpose: "Threshold in quarters: a breath at the wall keeps the speed honest.",
      ...{ phases: TOWARDS_RACE, durationS: minutes(30, 90), note },
    },
    [8, 5],
    [2, 4],
    setOf(4, work(75, "threshold"), rest(15), rest(60)),
  ),
  repeats(
    {
      ...{ id: "swimming-speed-sets", sport, kind: "vo2max", title: "Speed sets" },
      purpose: "Swim faster than you can hold, with time to recover.",
      ...{ phases: ANY_PHASE, durationS: minutes(25, 90), note },
    },
    [8, 5],
    [6, 16],
    [work(45, "vo2max"), rest(45)],
  ),
  repeats(
    {
      ...{ id: "swimming-vo2max-repeats", sport, kind: "vo2max", title: "Hard hundreds" },
      purpose: "A minute and a half near the ceiling, again and again.",
      ...{ phases: ["build", "peak"], durationS: minutes(35, 90), note },
    },
    [8, 5],
    [5, 10],
    [work(90, "vo2max"), rest(60)],
  ),
  repeats(
    {
      ...{ id: "swimming-sprints", sport, kind: "anaerobic", title: "Sprints" },
      purpose: "One fast length at a time, fully rested before each.",
      ...{ phases: RACE_SHARP, durationS: minutes(30, 75), note },
    },
    [8, 5],
    [8, 16],
    [work(25, "anaerobic"), rest(65)],
  ),
];

export const SWIMMING_TEMPLATES: readonly WorkoutTemplate[] = [...EASY, ...BRISK, ...HARD];
