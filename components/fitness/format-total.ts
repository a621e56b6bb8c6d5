import type { ValueFormat } from "@/components/charts/plot-model";
import { METRES_PER_FOOT, METRES_PER_MILE, NO_VALUE } from "@/lib/units/conversion";
import { formatHours } from "@/lib/units/format-hours";
import { formatLoad } from "@/lib/units/format-load";
import type { UnitSystem } from "@/lib/units/unit-system";
import type { TotalsMeasure } from "./totals-view";

export type TotalLook = {
  readonly unit: string;
  readonly format: ValueFormat;
  /** From SI to what the chart counts in. */
  readonly scale: number;
};

/** How a total is drawn and written in the athlete's units. */
export function totalLook(measure: TotalsMeasure, units: UnitSystem): TotalLook {
  const isMetric = units === "metric";
  switch (measure) {
    case "time":
      return { unit: "", format: "hours", scale: 1 };
    case "distance":
      return {
        unit: isMetric ? "km" : "mi",
        format: "one-decimal",
        scale: 1 / (isMetric ? 1000 : METRES_PER_MILE),
      };
    case "ascent":
      return {
        unit: isMetric ? "m" : "ft",
        format: "whole",
        scale: isMetric ? 1 : 1 / METRES_PER_FOOT,
      };
    case "energy":
      return { unit: "kcal", format: "whole", scale: 1 };
    case "load":
    case "activities":
      return { unit: "", format: "whole", scale: 1 };
  }
}

/** "7 h 50", "62.4 km", "1240 m", "412"; a dash for a missing one. */
export function formatTotal(
  measure: TotalsMeasure,
  value: number | null,
  units: UnitSystem,
): string {
  if (value === null) return NO_VALUE;
  const { unit, format, scale } = totalLook(measure, units);
  if (format === "hours") return formatHours(value);
  const scaled = value * scale;
  const text = format === "one-decimal" ? scaled.toFixed(1) : formatLoad(scaled);
  return unit === "" ? text : `${text} ${unit}`;
}
