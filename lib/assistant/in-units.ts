import { say } from "@/lib/training/insights/evidence";
import type { Fact, FactUnit } from "@/lib/training/insights/finding";
import type { UnitSystem } from "@/lib/units/unit-system";
import { showFact } from "./show-fact";

/** Rules write them in SI units; a race over 5 km is one everywhere. */
const CONVERTED: readonly FactUnit[] = ["kg", "degC", "m/s"];

/** A rule's text with its weights and temperatures in the athlete's own units. */
export function inUnits(text: string, evidence: readonly Fact[], units: UnitSystem): string {
  if (units === "metric") return text;
  const converted = evidence.filter(({ unit }) => CONVERTED.includes(unit));
  // "70 kg" of "170 kg" is none: the longest first, and whole numbers only.
  return converted
    .map((fact) => [say(fact), showFact(fact, units)] as const)
    .sort(([a], [b]) => b.length - a.length)
    .reduce(
      (words, [from, to]) => words.replace(new RegExp(`(?<![\\d.])${literal(from)}`, "g"), to),
      text,
    );
}

function literal(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
