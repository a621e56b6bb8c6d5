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

const sport = "cycling";

const EASY: readonly WorkoutTemplate[] = [
  steady(
    {
      ...{ id: "cycling-recovery-spin", sport, kind: "recovery", title: "Recovery spin" },
      purpose: "Loosen the legs without adding load.",
      ...{ phases: ANY_PHASE, durationS: minutes(20, 60) },
    },
    "recovery",
  ),
  steady(
    {
      ...{ id: "cycling-endurance-ride", sport, kind: "endurance", title: "Endurance ride" },
      purpose: "Build the aerobic base at an effort you could hold for hours.",
      ...{ phases: ANY_PHASE, durationS: minutes(20, 360) },
    },
    "endurance",
  ),
  repeats(
    {
      ...{ id: "cycling-endurance-sprints", sport, kind: "endurance" },
      title: "Endurance ride with sprints",
      purpose: "Keep the top end awake in an otherwise easy ride.",
      ...{ phases: ANY_PHASE, durationS: minutes(45, 240) },
      note: "Sprint seated, from a slow roll, and spin easily until the next.",
    },
    [15, 10],
    [4, 8],
    [work(20, "anaerobic"), rest(160, "endurance")],
  ),
  steady(
    {
      ...{ id: "cycling-long-ride", sport, kind: "long", title: "Long ride" },
      purpose: "Lengthen what you can do at a steady effort.",
      ...{ phases: ANY_PHASE, durationS: minutes(40, 480) },
    },
    "endurance",
  ),
  parts(
    {
      ...{ id: "cycling-long-tempo-finish", sport, kind: "long", title: "Long ride, brisk finish" },
      purpose: "Ride briskly on tired legs, as the last hour of a race asks.",
      ...{ phases: ["build", "peak"], durationS: minutes(60, 360) },
    },
    [
      { share: 0.8, level: "endurance" },
      { share: 0.2, level: "tempo" },
    ],
  ),
];

const BRISK: readonly WorkoutTemplate[] = [
  repeats(
    {
      ...{ id: "cycling-tempo-blocks", sport, kind: "tempo", title: "Tempo blocks" },
      purpose: "Raise the effort that you can hold for a long time.",
      ...{ phases: BEFORE_TAPER, durationS: minutes(55, 180) },
    },
    [15, 10],
    [2, 4],
    [work([720, 1200], "tempo"), rest(300, "endurance")],
  ),
  repeats(
    {
      ...{ id: "cycling-big-gear", sport, kind: "tempo", title: "Big-gear tempo" },
      purpose: "Strength on the bike: the same power from a slower cadence.",
      ...{ phases: ["base", "build"], durationS: minutes(45, 150) },
      note: "Cadence 50 to 60; choose a gentle climb or a high gear, and stop if a knee complains.",
    },
    [15, 10],
    [3, 6],
    [work([240, 360], "tempo"), rest(180)],
  ),
  parts(
    {
      ...{ id: "cycling-progressive-ride", sport, kind: "tempo", title: "Progressive ride" },
      purpose: "Start easily and end briskly, without ever forcing it.",
      ...{ phases: ANY_PHASE, durationS: minutes(40, 180) },
    },
    [
      { share: 0.6, level: "endurance" },
      { share: 0.4, level: "tempo" },
    ],
  ),
  repeats(
    {
      ...{ id: "cycling-openers", sport, kind: "openers", title: "Openers" },
      purpose: "Wake the legs for the race without tiring them.",
      ...{ phases: ["taper", "race_week"], durationS: minutes(20, 60) },
    },
    [10, 5],
    [2, 4],
    [work(60, "vo2max"), rest(120)],
  ),
];

const HARD: readonly WorkoutTemplate[] = [
  repeats(
    {
      ...{ id: "cycling-threshold-intervals", sport, kind: "threshold" },
      title: "Threshold intervals",
      purpose: "Push up the power that you can hold for an hour.",
      ...{ phases: ANY_PHASE, durationS: minutes(45, 150) },
    },
    [15, 10],
    [2, 4],
    [work([480, 720], "threshold"), rest(300)],
  ),
  repeats(
    {
      ...{ id: "cycling-over-unders", sport, kind: "threshold", title: "Over-unders" },
      purpose: "Learn to recover from a surge while you still ride briskly.",
      ...{ phases: ["build", "peak"], durationS: minutes(50, 150) },
    },
    [15, 10],
    [2, 4],
    [
      ...[work(120, "tempo"), work(60, "vo2max"), work(120, "tempo"), work(60, "vo2max")],
      ...[work(120, "tempo"), work(60, "vo2max"), rest(300)],
    ],
  ),
  repeats(
    {
      ...{ id: "cycling-climb-repeats", sport, kind: "threshold", title: "Climb repeats" },
      purpose: "Hold threshold against a slope, as long climbs ask.",
      ...{ phases: TOWARDS_RACE, durationS: minutes(50, 180) },
      note: "On a climb of six minutes or more, or indoors against a fixed resistance.",
    },
    [15, 10],
    [3, 5],
    [work([360, 480], "threshold"), rest(240)],
  ),
  repeats(
    {
      ...{ id: "cycling-vo2max-intervals", sport, kind: "vo2max", title: "VO2max intervals" },
      purpose: "Raise the ceiling: three minutes near your maximal oxygen uptake.",
      ...{ phases: ANY_PHASE, durationS: minutes(40, 120) },
    },
    [15, 10],
    [3, 6],
    [work([150, 240], "vo2max"), rest(180)],
  ),
  repeats(
    {
      ...{ id: "cycling-30-30", sport, kind: "vo2max", title: "30/30s" },
      purpose: "Collect time near maximal oxygen uptake in short bites.",
      ...{ phases: TOWARDS_RACE, durationS: minutes(35, 120) },
    },
    [15, 10],
    [8, 20],
    [work(30, "anaerobic"), rest(30)],
  ),
  repeats(
    {
      ...{ id: "cycling-40-20-sets", sport, kind: "vo2max", title: "40/20 sets" },
      purpose: "Repeat short hard efforts until breathing, not the legs, is the limit.",
      ...{ phases: ["build", "peak"], durationS: minutes(45, 120) },
    },
    [15, 10],
    [2, 3],
    setOf(8, work(40, "vo2max"), rest(20), rest(300)),
  ),
  repeats(
    {
      ...{ id: "cycling-vo2max-pyramid", sport, kind: "vo2max", title: "Pyramid" },
      purpose: "Up and down from one minute to three: hard work that does not get dull.",
      ...{ phases: BEFORE_TAPER, durationS: minutes(45, 120) },
    },
    [15, 10],
    [1, 2],
    [
      ...[work(60, "vo2max"), rest(60), work(120, "vo2max"), rest(120)],
      ...[work(180, "vo2max"), rest(180), work(120, "vo2max"), rest(120)],
      ...[work(60, "vo2max"), rest(300)],
    ],
  ),
  repeats(
    {
      ...{ id: "cycling-anaerobic-repeats", sport, kind: "anaerobic", title: "One-minute repeats" },
      purpose: "Go well above what you can hold, with time to recover between.",
      ...{ phases: RACE_SHARP, durationS: minutes(45, 120) },
    },
    [15, 10],
    [5, 9],
    [work([45, 60], "anaerobic"), rest(180)],
  ),
];

export const CYCLING_TEMPLATES: readonly WorkoutTemplate[] = [...EASY, ...BRISK, ...HARD];
