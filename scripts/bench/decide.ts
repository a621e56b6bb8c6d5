import { seededRandom } from "@/db/seed/seeded-random";
import { addDays, eachDay, localDate } from "@/lib/dates/local-date";
import { type MorningAnswer, morningAnswer } from "@/lib/services/morning-answer";
import { swapAlternatives } from "@/lib/training/plan/swap-alternatives";
import type { BenchResult } from "./bench-result";
import { tenYearsOf } from "./decide/ten-years";
import { figure, median, percentile, result } from "./measure";

const DAY = localDate("2026-11-22");
const TEN_YEARS = 3_652;
const RUNS = 200;

/** Score, decision and workout of one morning, and the swaps, with ten years of data in memory. */
export async function benchDecide(): Promise<BenchResult> {
  const days = eachDay(addDays(DAY, -TEN_YEARS), DAY);
  const history = tenYearsOf(days, seededRandom(1));
  const decideMs: number[] = [];
  const swapMs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    // Another array of the same nights: nothing is remembered of the run before.
    const fresh = { ...history, wellness: [...history.wellness] };
    const started = performance.now();
    const answer = morningAnswer(fresh, DAY);
    decideMs.push(performance.now() - started);
    swapMs.push(timeSwaps(answer));
  }
  return result("decide", {
    decideMs: figure(median(decideMs), "<= 20"),
    p95Ms: figure(percentile(decideMs, 0.95)),
    swapMs: figure(median(swapMs)),
    activities: figure(history.activities.length),
  });
}

function timeSwaps(answer: MorningAnswer | null): number {
  if (answer === null) throw new Error("The benchmark's athlete has no morning.");
  const started = performance.now();
  const swaps = swapAlternatives(answer.inputs.workout, answer.recommendation);
  const { sports, goal, availableS } = answer.inputs.workout;
  const isWhole = sports.every(({ settings }) => settings.thresholdHeartRateBpm !== null);
  if (!isWhole || !goal || availableS === null) throw new Error("The athlete is not whole.");
  if (answer.recommendation.workout && swaps.length === 0) throw new Error("There are no swaps.");
  return performance.now() - started;
}
