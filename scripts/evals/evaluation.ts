import type { BenchFigure } from "../bench/bench-result";

/** What an evaluation measures, and the cases that went wrong, in words. */
export type Evaluation = {
  readonly figures: Readonly<Record<string, BenchFigure>>;
  readonly wrong: readonly string[];
};
