import { seededRandom } from "@/db/seed/seeded-random";
import { fitnessFatigueForm } from "@/lib/training/load/fitness-fatigue-form";
import type { BenchResult } from "./bench-result";
import { figure, median, result } from "./measure";

const TEN_YEARS = 3_653;
const RUNS = 200;

/** Ten years of daily load to fitness, fatigue and form. */
export async function benchPmc(): Promise<BenchResult> {
  const random = seededRandom(1);
  const load = Float64Array.from({ length: TEN_YEARS }, () => random.between(0, 160));
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    fitnessFatigueForm(load);
    return performance.now() - started;
  });
  return result("pmc", {
    tenYearsMs: figure(median(times), "<= 5"),
    firstRunMs: figure(times[0] ?? null),
  });
}
