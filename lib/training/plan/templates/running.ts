import type { WorkoutTemplate } from "../template-types";
import {
  ANY_PHASE,
  BEFORE_TAPER,
  minutes,
  parts,
  RACE_SHARP,
  repeats,
  rest,
  steady,
  TOWARDS_RACE,
  work,
  workByFeel,
} from "./shapes";

const sport = "running";

const EASY: readonly WorkoutTemplate[] = [
  steady(
    {
      ...{ id: "running-recovery-run", sport, kind: "recovery", title: "Recovery run" },
      purpose: "Move blood, not records: as slow as it needs to be.",
      ...{ phases: ANY_PHASE, durationS: minutes(20, 60) },
    },
    "recovery",
  ),
  steady(
    {
      ...{ id: "running-easy-run", sport, kind: "endurance", title: "Easy run" },
      purpose: "Build the aerobic base at a pace that allows talking.",
      ...{ phases: ANY_PHASE, durationS: minutes(20, 240) },
    },
    "endurance",
  ),
  repeats(
    {
      ...{ id: "running-strides", sport, kind: "endurance", title: "Easy run with strides" },
      purpose: "Keep the stride quick without tiring it.",
      ...{ phases: ANY_PHASE, durationS: minutes(30, 120) },
    },
    [15, 5],
    [4, 8],
    [work(20, "anaerobic"), rest(100, "endurance")],
  ),
  repeats(
    {
      ...{ id: "running-hill-sprints", sport, kind: "endurance", title: "Easy run, hill sprints" },
      purpose: "Strength for the stride from a few seconds uphill, far from tiring.",
      ...{ phases: BEFORE_TAPER, durationS: minutes(35, 120) },
      note: "A steep hill; walk back down before the next.",
    },
    [15, 5],
    [4, 8],
    [workByFeel(10, "anaerobic"), rest(110)],
  ),
  repeats(
    {
      ...{ id: "running-run-walk", sport, kind: "recovery", title: "Run and walk" },
      purpose: "Come back to running in short, easy bites.",
      ...{ phases: ["base", "recovery"], durationS: minutes(20, 60) },
      note: "Walk the rests.",
    },
    [5, 5],
    [3, 9],
    [work([150, 270], "endurance"), rest(90)],
  ),
  steady(
    {
      ...{ id: "running-long-run", sport, kind: "long", title: "Long run" },
      purpose: "Lengthen what the legs and the stomach can do.",
      ...{ phases: ANY_PHASE, durationS: minutes(30, 240) },
    },
    "endurance",
  ),
  parts(
    {
      ...{ id: "running-long-fast-finish", sport, kind: "long", title: "Long run, fast finish" },
      purpose: "Hold a brisk pace on tired legs, as races ask.",
      ...{ phases: ["build", "peak"], durationS: minutes(60, 180) },
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
      ...{ id: "running-tempo-run", sport, kind: "tempo", title: "Tempo run" },
      purpose: "Hold a brisk, even pace.",
      ...{ phases: ANY_PHASE, durationS: minutes(30, 120) },
    },
    [12, 8],
    [1, 3],
    [work([600, 900], "tempo"), rest(180, "endurance")],
  ),
  parts(
    {
      ...{ id: "running-progression-run", sport, kind: "tempo", title: "Progression run" },
      purpose: "Start easily and end briskly, without ever forcing it.",
      ...{ phases: ANY_PHASE, durationS: minutes(30, 120) },
    },
    [
      { share: 0.65, level: "endurance" },
      { share: 0.35, level: "tempo" },
    ],
  ),
  repeats(
    {
      ...{ id: "running-openers", sport, kind: "openers", title: "Openers" },
      purpose: "Wake the legs for the race without tiring them.",
      ...{ phases: ["taper", "race_week"], durationS: minutes(20, 60) },
    },
    [10, 5],
    [2, 4],
    [work(45, "vo2max"), rest(90)],
  ),
];

const HARD: readonly WorkoutTemplate[] = [
  repeats(
    {
      ...{ id: "running-cruise-intervals", sport, kind: "threshold", title: "Cruise intervals" },
      purpose: "Push up the pace that you can hold for an hour.",
      ...{ phases: ANY_PHASE, durationS: minutes(40, 120) },
    },
    [12, 8],
    [3, 6],
    [work([300, 420], "threshold"), rest(90)],
  ),
  repeats(
    {
      ...{ id: "running-threshold-blocks", sport, kind: "threshold", title: "Threshold blocks" },
      purpose: "Stay longer at the pace that only just can be held.",
      ...{ phases: TOWARDS_RACE, durationS: minutes(40, 120) },
    },
    [12, 8],
    [2, 3],
    [work([540, 720], "threshold"), rest(180)],
  ),
  repeats(
    {
      ...{ id: "running-threshold-pyramid", sport, kind: "threshold", title: "Threshold pyramid" },
      purpose: "Up and down from two minutes to six at threshold, with short rests.",
      ...{ phases: BEFORE_TAPER, durationS: minutes(45, 105) },
    },
    [12, 8],
    [1, 1],
    [
      ...[work(120, "threshold"), rest(60), work(240, "threshold"), rest(60)],
      ...[work(360, "threshold"), rest(90), work(240, "threshold"), rest(60)],
      ...[work(120, "threshold"), rest(60)],
    ],
  ),
  repeats(
    {
      ...{ id: "running-vo2max-intervals", sport, kind: "vo2max", title: "VO2max repeats" },
      purpose: "Raise the ceiling: three minutes near your maximal oxygen uptake.",
      ...{ phases: ANY_PHASE, durationS: minutes(35, 105) },
    },
    [12, 8],
    [3, 6],
    [work([150, 210], "vo2max"), rest(150)],
  ),
  repeats(
    {
      ...{ id: "running-one-minute-fartlek", sport, kind: "vo2max", title: "One-minute fartlek" },
      purpose: "Play with speed: a minute quick, a minute easy.",
      ...{ phases: ANY_PHASE, durationS: minutes(35, 105) },
    },
    [12, 8],
    [7, 14],
    [work(60, "vo2max"), rest(60, "endurance")],
  ),
  repeats(
    {
      ...{ id: "running-four-minute-repeats", sport, kind: "vo2max", title: "Four-minute repeats" },
      purpose: "Longer near the ceiling, as races of half an hour ask.",
      ...{ phases: ["build", "peak"], durationS: minutes(45, 105) },
    },
    [12, 8],
    [3, 5],
    [work(240, "vo2max"), rest(180)],
  ),
  repeats(
    {
      ...{ id: "running-hill-repeats", sport, kind: "vo2max", title: "Hill repeats" },
      purpose: "Hard breathing with little impact: uphill, by feel.",
      ...{ phases: BEFORE_TAPER, durationS: minutes(40, 105) },
      note: "A hill that takes a minute and a half; jog back down.",
    },
    [12, 8],
    [6, 10],
    [workByFeel([60, 90], "vo2max"), rest(120)],
  ),
  repeats(
    {
      ...{ id: "running-fast-repeats", sport, kind: "anaerobic", title: "Fast repeats" },
      purpose: "Run faster than the race, with time to recover between.",
      ...{ phases: RACE_SHARP, durationS: minutes(40, 105) },
    },
    [12, 8],
    [6, 12],
    [work([30, 45], "anaerobic"), rest(120)],
  ),
];

export const RUNNING_TEMPLATES: readonly WorkoutTemplate[] = [...EASY, ...BRISK, ...HARD];
