/**
 * The longest best that an activity brought, against the one that it beat.
 * Formula: none, words for BEST-1 and MMC-1. Reference: as there. Valid: a best with a forerunner.
 */
import type { DetectorBest } from "../insights/detector-input";
import { daysTo, evidence, say } from "../insights/evidence";
import type { Said } from "./said";

export function bestSaid({ bests }: { readonly bests: readonly DetectorBest[] }): Said | null {
  const [best] = bests.toSorted((a, b) => b.span.value - a.span.value);
  if (!best) return null;
  const ids = [best.activityId];
  const of = daysTo(best.day);
  const length = [best.span.value, best.span.unit] as const;
  const span = evidence("best.span", "What it is a best of", length, of, ids);
  const now = evidence("best.now", "Your new best", [best.value, best.unit], of, ids);
  const old = [best.before, best.unit] as const;
  const before = evidence("best.before", "Your best before", old, daysTo(best.beforeDay));
  const told =
    best.unit === "W"
      ? `You held ${say(now)} for ${say(span)}`
      : `You covered ${say(span)} in ${say(now)}`;
  return {
    text: `${told}; your best before was ${say(before)}.`,
    evidence: [span, now, before],
  };
}
