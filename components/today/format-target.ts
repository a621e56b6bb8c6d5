import type { Sport } from "@/lib/training/activity/sports";
import type { PlannedTarget } from "@/lib/training/plan/planned-workout";
import type { StepTarget } from "@/lib/training/plan/workout-types";
import { cadenceFactor, cadenceUnit } from "@/lib/units/cadence";
import { formatPace } from "@/lib/units/format-pace";
import { formatSpeed } from "@/lib/units/format-speed";
import type { UnitSystem } from "@/lib/units/unit-system";

/** What to hold, in the athlete's unit: "205–220 W", "4:35–4:50 /km", "RPE 3–4"; null when open. */
export function formatTarget(
  target: PlannedTarget | StepTarget,
  sport: Sport,
  units: UnitSystem,
): string | null {
  const { kind, low, high } = target;
  switch (kind) {
    case "power":
      return span(low, high, whole, "W");
    case "heart_rate":
      return span(low, high, whole, "bpm");
    case "rpe": {
      const text = span(low, high, whole, "");
      return text === null ? null : `RPE ${text}`;
    }
    case "cadence":
      return span(low, high, (value) => whole(value * cadenceFactor(sport)), cadenceUnit(sport));
    case "speed":
      return speedTarget(low, high, sport, units);
    case "open":
      return null;
  }
}

function speedTarget(
  low: number | null,
  high: number | null,
  sport: Sport,
  units: UnitSystem,
): string | null {
  if (sport !== "running" && sport !== "swimming") {
    return span(low, high, (value) => formatSpeed(value, units), "");
  }
  const basis = sport === "swimming" ? "swim" : "run";
  // The faster end first, as paces are read: the smaller number of minutes.
  return (
    span(high, low, (value) => formatPace(value, units, basis), "")?.replace(
      /(\/\d+) /,
      "$1\u00a0",
    ) ?? null
  );
}

function span(
  from: number | null,
  to: number | null,
  text: (value: number) => string,
  unit: string,
): string | null {
  const ends = [from, to].filter((value) => value !== null).map(text);
  const first = ends[0];
  const second = ends[1];
  if (first === undefined) return null;
  const tail = unit === "" ? "" : ` ${unit}`;
  if (second === undefined || second === first) return `${first}${tail}`;
  return `${withoutSharedUnit(first, second)}–${second}${tail}`;
}

/** "4:35 /km", "4:50 /km" → "4:35". */
function withoutSharedUnit(first: string, second: string): string {
  const unit = second.slice(second.indexOf(" "));
  return second.includes(" ") && first.endsWith(unit) ? first.slice(0, -unit.length) : first;
}

function whole(value: number): string {
  return String(Math.round(value));
}
