import type { WorkoutTemplate } from "../template-types";
import { ANY_PHASE, exercises, minutes } from "./shapes";

const common = { sport: "strength", kind: "strength" } as const;
const SETS: readonly [number, number] = [2, 4];
/** A set of strength work and its pause. */
const SET_S: readonly [number, number] = [75, 150];

export const STRENGTH_TEMPLATES: readonly WorkoutTemplate[] = [
  exercises(
    {
      ...{ id: "strength-full-body", ...common, title: "Full-body strength" },
      purpose: "Squat, hinge, push, pull: strength that protects the rest.",
      ...{ phases: ["base", "build", "recovery"], durationS: minutes(25, 75) },
    },
    "endurance",
    SETS,
    SET_S,
    [
      { name: "Goblet squat", repetitions: [8, 10] },
      { name: "Romanian deadlift", repetitions: [8, 10] },
      { name: "Push-up", repetitions: [8, 12] },
      { name: "One-arm row", repetitions: [8, 10], isPerSide: true },
      { name: "Plank", holdS: 40 },
    ],
  ),
  exercises(
    {
      ...{ id: "strength-heavy-legs", ...common, title: "Heavy legs" },
      purpose: "Few repetitions, heavy: force without tiring volume.",
      ...{ phases: ["base", "build"], durationS: minutes(30, 75) },
      note: "Leave two repetitions in reserve; warm up each lift with a light set.",
    },
    "tempo",
    [3, 5],
    [105, 180],
    [
      { name: "Back squat", repetitions: [4, 6] },
      { name: "Deadlift", repetitions: [4, 6] },
      { name: "Step-up", repetitions: [5, 6], isPerSide: true },
      { name: "Standing calf raise", repetitions: [8, 10] },
    ],
  ),
  exercises(
    {
      ...{ id: "strength-single-leg", ...common, title: "Single-leg strength" },
      purpose: "Even out left and right, and steady hip and knee.",
      ...{ phases: ANY_PHASE, durationS: minutes(25, 60) },
    },
    "endurance",
    SETS,
    SET_S,
    [
      { name: "Split squat", repetitions: [8, 10], isPerSide: true },
      { name: "Single-leg deadlift", repetitions: [8, 10], isPerSide: true },
      { name: "Lateral step-down", repetitions: [8, 10], isPerSide: true },
      { name: "Single-leg calf raise", repetitions: [10, 15], isPerSide: true },
    ],
  ),
  exercises(
    {
      ...{ id: "strength-upper-body", ...common, title: "Upper-body strength" },
      purpose: "Pull and press: shoulders that last a long swim or ride.",
      ...{ phases: ["base", "build", "peak"], durationS: minutes(25, 60) },
    },
    "endurance",
    SETS,
    SET_S,
    [
      { name: "Pull-up or pulldown", repetitions: [6, 10] },
      { name: "Overhead press", repetitions: [8, 10] },
      { name: "Bent-over row", repetitions: [8, 10] },
      { name: "Band pull-apart", repetitions: [12, 15] },
      { name: "Side plank", holdS: 30, isPerSide: true },
    ],
  ),
  exercises(
    {
      ...{ id: "strength-bodyweight", ...common, title: "Bodyweight circuit" },
      purpose: "Strength anywhere, with nothing but the floor.",
      ...{ phases: ANY_PHASE, durationS: minutes(20, 50) },
    },
    "endurance",
    SETS,
    [55, 90],
    [
      { name: "Squat", repetitions: [12, 15] },
      { name: "Push-up", repetitions: [8, 12] },
      { name: "Reverse lunge", repetitions: [8, 10], isPerSide: true },
      { name: "Glute bridge", repetitions: [12, 15] },
      { name: "Dead bug", repetitions: [8, 10], isPerSide: true },
    ],
  ),
  exercises(
    {
      ...{ id: "strength-core-mobility", ...common, title: "Core strength" },
      purpose: "Trunk and hips, without tiring the legs.",
      ...{ phases: ANY_PHASE, durationS: minutes(20, 45) },
    },
    "endurance",
    [2, 4],
    [50, 75],
    [
      { name: "Plank", holdS: 40 },
      { name: "Side plank", holdS: 30, isPerSide: true },
      { name: "Dead bug", repetitions: [8, 12], isPerSide: true },
      { name: "Bird dog", repetitions: [8, 10], isPerSide: true },
      { name: "Single-leg bridge", repetitions: [8, 10], isPerSide: true },
    ],
  ),
];
