import type { LocalDate } from "../../dates/local-date";
import { daysTo, evidence } from "../insights/evidence";

/** Numbers of one activity. */
export function ownOf({ id, day }: { readonly id: string; readonly day: LocalDate }) {
  return (name: string, label: string, value: Parameters<typeof evidence>[2]) =>
    evidence(name, label, value, daysTo(day), [id]);
}
