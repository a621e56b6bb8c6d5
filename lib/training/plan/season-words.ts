import type { SeasonPhase } from "./template-types";

/** Within a sentence: "in base", "in the week after a race". */
export const PHASE_NAMES: Readonly<Record<SeasonPhase, string>> = {
  base: "base",
  build: "build",
  peak: "peak",
  taper: "the taper",
  race_week: "race week",
  recovery: "the days after a race",
};
