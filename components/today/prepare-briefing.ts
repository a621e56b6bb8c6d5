import { prepareWords, type WordsView } from "@/components/insights/prepare-words";
import type { TodayData, TodayMorning } from "@/db/queries/today";
import { bestWords } from "@/lib/assistant/best-words";
import { dailyBriefing } from "@/lib/training/briefing/daily-briefing";
import { workoutOfDay } from "@/lib/training/plan/chosen-workout";

/** The morning in a few sentences: a model's where they still hold, else the rules'. */
export function prepareBriefing(
  { day, units, loads, keptBriefing, mayAskModel }: TodayData,
  morning: TodayMorning,
  { isModelOffered }: { readonly isModelOffered: boolean },
): WordsView {
  const { recovery, decision, response } = morning;
  // Mornings of an earlier formula knew no events.
  const events = morning.workoutInput?.events ?? null;
  const load = loads.find((one) => one.day === day) ?? null;
  const rules = dailyBriefing({
    ...{ day, recovery, decision, workout: workoutOfDay(morning) },
    ...{ load, events, response },
  });
  return prepareWords(bestWords(rules, keptBriefing), {
    ...{ day, units, mayAskModel: mayAskModel && isModelOffered },
  });
}
