import type { WorkoutTemplate } from "../template-types";
import { minutes } from "./shapes";

/** A ride and a run in one: of cycling, because the ride is most of it. */
export const BRICK_TEMPLATES: readonly WorkoutTemplate[] = [
  {
    ...{ id: "cycling-brick", sport: "cycling", kind: "brick", title: "Brick: ride, then run" },
    purpose: "Learn to run on legs that have just ridden.",
    ...{ phases: ["build", "peak"], durationS: minutes(60, 300) },
    ...{ warmupS: 600, cooldownS: 300, base: "recovery" },
    body: { form: "brick", level: "endurance", runShare: 0.2, runLevel: "endurance" },
    note: "Change at once: no more than a few minutes between bike and run.",
  },
  {
    ...{ id: "cycling-brick-brisk", sport: "cycling", kind: "brick" },
    title: "Brick with a brisk run",
    purpose: "Find the pace of the race on tired legs.",
    ...{ phases: ["build", "peak"], durationS: minutes(60, 180) },
    ...{ warmupS: 600, cooldownS: 300, base: "recovery" },
    body: { form: "brick", level: "endurance", runShare: 0.2, runLevel: "tempo" },
    note: "The first minutes of the run feel odd: let the pace come.",
  },
];
