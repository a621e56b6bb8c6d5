import { say } from "@/lib/training/insights/evidence";
import type { Fact, FactUnit } from "@/lib/training/insights/finding";
import { formatDistance } from "@/lib/units/format-distance";
import { formatHours } from "@/lib/units/format-hours";
import { formatPace } from "@/lib/units/format-pace";
import { formatSpeed } from "@/lib/units/format-speed";
import { formatTemperature } from "@/lib/units/format-temperature";
import { formatWeight } from "@/lib/units/format-weight";
import type { UnitSystem } from "@/lib/units/unit-system";

const SUFFIX: Partial<Record<FactUnit, string>> = {
  bpm: " bpm",
  ms: " ms",
  W: " W",
  "W/kg": " W/kg",
  "ml/kg/min": " ml/kg/min",
  percent: " %",
  days: " days",
  rpe: " of 10",
  rating: " of 5",
};
const DECIMALS: Partial<Record<FactUnit, number>> = { ratio: 2, "W/kg": 2, "ml/kg/min": 1 };
/** To a tenth where there is one: a mean of nights. */
const TENTHS: readonly FactUnit[] = ["bpm", "percent", "count", "rating", "rpe"];
const MINUTE_S = 60;

/** A fact's value as the athlete reads it everywhere, with its unit. */
export function showFact({ id, value, unit }: Fact, system: UnitSystem): string {
  switch (unit) {
    case "s":
      // A best is told to the second: by seconds it was won.
      if (id.startsWith("best.")) return say({ value, unit });
      return Math.abs(value) < MINUTE_S ? `${Math.round(value)} s` : hours(value);
    case "h":
      return hours(value * 3600);
    case "m":
      return formatDistance(value, system);
    case "m/s":
      return showSpeed(id, value, system);
    case "kg":
      return formatWeight(value, system);
    case "degC":
      return formatTemperature(value, system);
    case "J":
      return `${whole(value / 1000)} kJ`;
    case "share":
      return `${whole(value * 100)} %`;
    default:
      return `${plain(value, decimalsOf(value, unit))}${SUFFIX[unit] ?? ""}`;
  }
}

/** With plain spaces: prompts are made of it, too. */
function hours(durationS: number): string {
  return formatHours(durationS).replaceAll("\u00a0", " ");
}

/** Riders count speed, everybody else time. */
function showSpeed(id: string, value: number, system: UnitSystem): string {
  if (id.startsWith("speed") || id.startsWith("cycling")) return formatSpeed(value, system);
  return formatPace(value, system, id.includes("swim") ? "swim" : "run");
}

function decimalsOf(value: number, unit: FactUnit): number {
  if (!TENTHS.includes(unit)) return DECIMALS[unit] ?? 0;
  return Number.isInteger(Number(value.toFixed(1))) ? 0 : 1;
}

function whole(value: number): string {
  return plain(value, 0);
}

/** A real minus; never "−0". */
function plain(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
