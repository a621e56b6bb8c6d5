import type { WorkoutTemplate } from "../template-types";
import { ANY_PHASE, exercises, minutes } from "./shapes";

const common = { sport: "mobility", kind: "mobility", phases: ANY_PHASE } as const;
const durationS = minutes(15, 40);
const ROUNDS: readonly [number, number] = [1, 3];
const SET_S: readonly [number, number] = [60, 100];

export const MOBILITY_TEMPLATES: readonly WorkoutTemplate[] = [
  exercises(
    {
      ...{ id: "mobility-hips-back", ...common, title: "Hips and back", durationS },
      purpose: "Undo hours of sitting and riding.",
    },
    "recovery",
    ROUNDS,
    SET_S,
    [
      { name: "Cat and cow", repetitions: [8, 10] },
      { name: "Half-kneeling hip stretch", holdS: 40, isPerSide: true },
      { name: "Figure-four stretch", holdS: 40, isPerSide: true },
      { name: "Lying spinal twist", holdS: 40, isPerSide: true },
      { name: "Child’s pose", holdS: 60 },
    ],
  ),
  exercises(
    {
      ...{ id: "mobility-ankles-calves", ...common, title: "Ankles and calves", durationS },
      purpose: "Room in the ankle takes work off calf and Achilles tendon.",
    },
    "recovery",
    ROUNDS,
    SET_S,
    [
      { name: "Knee-to-wall rock", repetitions: [10, 12], isPerSide: true },
      { name: "Straight-leg calf stretch", holdS: 40, isPerSide: true },
      { name: "Bent-knee calf stretch", holdS: 40, isPerSide: true },
      { name: "Toe raises", repetitions: [12, 15] },
      { name: "Deep squat hold", holdS: 40 },
    ],
  ),
  exercises(
    {
      ...{ id: "mobility-shoulders", ...common, title: "Shoulders and chest", durationS },
      purpose: "Room overhead for the stroke, and an upright back on the bike.",
    },
    "recovery",
    ROUNDS,
    SET_S,
    [
      { name: "Arm circles", repetitions: [10, 12] },
      { name: "Thread the needle", repetitions: [6, 8], isPerSide: true },
      { name: "Doorway chest stretch", holdS: 40 },
      { name: "Wall slide", repetitions: [8, 10] },
      { name: "Lat stretch", holdS: 40, isPerSide: true },
    ],
  ),
  exercises(
    {
      ...{ id: "mobility-full-body", ...common, title: "Full-body flow", durationS },
      purpose: "Every joint once through its range, without hurry.",
    },
    "recovery",
    ROUNDS,
    SET_S,
    [
      { name: "Neck and shoulder rolls", repetitions: [8, 10] },
      { name: "World’s greatest stretch", repetitions: [4, 5], isPerSide: true },
      { name: "Downward dog", holdS: 40 },
      { name: "Deep squat hold", holdS: 40 },
      { name: "Lying spinal twist", holdS: 40, isPerSide: true },
    ],
  ),
  exercises(
    {
      ...{ id: "mobility-foam-roll", ...common, title: "Foam rolling", durationS },
      purpose: "Ease what feels tight; pressure, never pain.",
    },
    "recovery",
    ROUNDS,
    SET_S,
    [
      { name: "Calves", holdS: 45, isPerSide: true },
      { name: "Front of the thigh", holdS: 45, isPerSide: true },
      { name: "Side of the thigh", holdS: 45, isPerSide: true },
      { name: "Glutes", holdS: 45, isPerSide: true },
      { name: "Upper back", holdS: 60 },
    ],
  ),
];
