import { formatDuration } from "@/lib/units/format-duration";
import { formatHours } from "@/lib/units/format-hours";
import { formatLoad } from "@/lib/units/format-load";
import { formatSigned } from "@/lib/units/format-signed";
import type { ValueFormat } from "./plot-model";

/** A value as the reader sees it, without its unit; null gives a dash. */
export function formatValue(value: number | null, format: ValueFormat): string {
  switch (format) {
    case "whole":
      return formatLoad(value);
    case "signed":
      return formatSigned(value);
    case "hours":
      return formatHours(value);
    case "one-decimal":
      return value === null ? "–" : value.toFixed(1);
    case "pace":
      // Drawn as lengths an hour, so that faster is higher.
      return value === null ? "–" : formatDuration(3600 / value);
    case "ratio":
      return value === null ? "–" : value.toFixed(2);
  }
}
