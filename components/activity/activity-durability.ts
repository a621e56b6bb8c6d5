import type { ShownDurability } from "@/components/curves/durability-card";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import {
  type ActivityCurve,
  CURVE_SET,
  TIRED_CURVES,
} from "@/lib/training/capacity/activity-curves";
import { whyNoDurability } from "@/lib/training/capacity/durability";

const NOTHING_AFTER = "Less than a minute was ridden after that work.";
const TO_COME = "It is being worked out for activities of before the upgrade: look again later.";

/** What a ride's power was after each step of work, or why that is not known. */
export function activityDurability(
  { metrics, curveGrid }: Pick<ActivityDetail, "metrics" | "curveGrid">,
  curves: readonly ActivityCurve[],
  weightKg: number | null,
): ShownDurability {
  const bestsOf = (wanted: ActivityCurve["kind"]) =>
    curves.find(({ kind }) => kind === wanted)?.bests;
  const tired = TIRED_CURVES.flatMap(({ kind, afterKjPerKg }) => {
    const bests = bestsOf(kind);
    return bests === undefined ? [] : [{ afterKjPerKg, bests }];
  });
  const missing = curveGrid === CURVE_SET ? NOTHING_AFTER : TO_COME;
  return {
    fresh: bestsOf("power") ?? [],
    tired,
    reason:
      tired.length > 0
        ? null
        : (whyNoDurability(metrics.workKj?.value ?? null, weightKg) ?? missing),
  };
}
