import { elapsedTicks } from "@/components/activity/elapsed-ticks";
import { niceTicks } from "@/components/charts/nice-ticks";
import { METRES_PER_MILE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";

export type CompareTick = { readonly share: number; readonly text: string };

/** Round places on the axis that both lines share: elapsed time, or km or miles. */
export function compareTicks(
  by: "elapsed" | "distance",
  end: number,
  units: UnitSystem,
  count: number,
): CompareTick[] {
  if (by === "elapsed") {
    return elapsedTicks(0, end, count).map((at) => ({ share: at / end, text: formatDuration(at) }));
  }
  const [size, unit] = units === "metric" ? [1000, "km"] : [METRES_PER_MILE, "mi"];
  return niceTicks(0, end / size, count).map((at) => ({
    share: (at * size) / end,
    text: `${at} ${unit}`,
  }));
}
