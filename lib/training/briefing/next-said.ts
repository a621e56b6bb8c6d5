/**
 * With what form the morning after an activity begins.
 * PMC-exp: fitness less fatigue at the end of the day.
 * Reference: as fitnessFatigueForm. Valid: a day whose load is worked out.
 */
import { addDays, type LocalDate } from "../../dates/local-date";
import { daysTo, evidence, say } from "../insights/evidence";
import type { Said } from "./said";

export function nextSaid({
  activity,
  after,
}: {
  readonly activity: { readonly day: LocalDate };
  readonly after: { readonly fitness: number; readonly fatigue: number } | null;
}): Said | null {
  if (after === null) return null;
  const value = [after.fitness - after.fatigue, "load/day"] as const;
  const next = daysTo(addDays(activity.day, 1));
  const form = evidence("form.next", "Form on the next morning", value, next);
  return { text: `The next morning begins with a form of ${say(form)}.`, evidence: [form] };
}
