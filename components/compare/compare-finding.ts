import { isPaceSport } from "@/components/activity/format-sport-speed";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { UnitSystem } from "@/lib/units/unit-system";
import { comparedMetrics } from "./compared-metrics";

/**
 * What sets A apart from B: "A was 0:12 /km faster at a heart rate 3 bpm lower." Power leads where
 * both have it, then speed; without either, the time.
 */
export function compareFinding(a: ActivityDetail, b: ActivityDetail, units: UnitSystem): string {
  const rows = new Map(comparedMetrics(a, b, units).map((row) => [row.label, row.difference]));
  const heart = atHeartRate(rows.get("Average heart rate") ?? null);
  const power = rows.get("Average power") ?? null;
  if (power !== null) return `A averaged ${moreOrLess(power, "more", "less")} than B${heart}.`;
  const isPace = isPaceSport(a.sport);
  const speed = rows.get(isPace ? "Average pace" : "Average speed") ?? null;
  // Of a pace the smaller number is the faster.
  const [up, down] = isPace ? ["slower", "faster"] : ["faster", "slower"];
  if (speed !== null) return `A was ${moreOrLess(speed, up, down)} than B${heart}.`;
  return `A took ${moreOrLess(rows.get("Duration") ?? "same", "longer", "less")} than B${heart}.`;
}

/** "+8 W" → "8 W more". */
function moreOrLess(difference: string, more: string, less: string): string {
  if (difference === "same") return `no ${more} and no ${less}`;
  return `${difference.slice(1)} ${difference.startsWith("+") ? more : less}`;
}

function atHeartRate(difference: string | null): string {
  if (difference === null) return "";
  if (difference === "same") return ", at the same heart rate";
  return `, at a heart rate ${moreOrLess(difference, "higher", "lower")}`;
}
