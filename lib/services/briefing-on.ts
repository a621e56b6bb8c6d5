import "server-only";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { keptBriefing } from "@/db/queries/kept-words";
import { morningOn } from "@/db/queries/morning-on";
import type { AthleteTx } from "@/db/scope";
import { type BestWords, bestWords } from "@/lib/assistant/best-words";
import type { LocalDate } from "@/lib/dates/local-date";
import { dailyBriefing } from "@/lib/training/briefing/daily-briefing";
import { workoutOfDay } from "@/lib/training/plan/chosen-workout";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";

const COMBINED = "all";

/** The briefing of a day as it is shown; null without an answer for its morning. */
export async function briefingOn(tx: AthleteTx, day: LocalDate): Promise<BestWords | null> {
  const morning = await morningOn(tx, day);
  if (morning === null) return null;
  const { recovery, decision, response } = morning;
  const { events = null } = (morning.inputs.workout ?? {}) as Partial<RecommendationInput>;
  const [load = null] = await dailyLoadsBetween(tx, day, day, COMBINED);
  const workout = workoutOfDay(morning);
  const rules = dailyBriefing({ day, recovery, decision, workout, load, events, response });
  return bestWords(rules, await keptBriefing(tx, day));
}
