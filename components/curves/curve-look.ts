import { isPaceSport } from "@/components/activity/format-sport-speed";
import type { ValueFormat } from "@/components/charts/plot-model";
import type { Sport } from "@/lib/training/activity/sports";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";
import { METRES_PER_MILE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import { paceBasis, paceUnit } from "@/lib/units/pace-basis";
import type { UnitSystem } from "@/lib/units/unit-system";

/** How the values of a curve are named, drawn and written. */
export type CurveLook = {
  readonly label: string;
  readonly unit: string;
  readonly format: ValueFormat;
  /** From W, bpm or m/s to what the axis counts: a pace stands there as lengths an hour, faster is higher. */
  readonly scale: number;
  /** Of a value as drawn, for the axis. */
  readonly tick: (drawn: number) => string;
  /** Of a value as stored, with its unit. */
  readonly text: (value: number) => string;
  /** What a high value is called. */
  readonly bestWord: "best" | "highest";
};

export function curveLook(kind: CurveKind, sport: Sport, units: UnitSystem): CurveLook {
  if (kind === "power") return plain("Power", "W", "best");
  if (kind === "heart_rate") return plain("Heart rate", "bpm", "highest");
  const isGraded = kind === "graded_speed";
  return isPaceSport(sport) ? pace(isGraded, sport, units) : speed(units);
}

function plain(label: string, unit: string, bestWord: CurveLook["bestWord"]): CurveLook {
  return {
    label,
    unit,
    format: "whole",
    scale: 1,
    tick: (drawn) => String(Math.round(drawn)),
    text: (value) => `${Math.round(value)} ${unit}`,
    bestWord,
  };
}

function speed(units: UnitSystem): CurveLook {
  const [unit, metres] = units === "metric" ? ["km/h", 1000] : ["mph", METRES_PER_MILE];
  const scale = 3600 / metres;
  return {
    label: "Speed",
    unit,
    format: "one-decimal",
    scale,
    tick: (drawn) => String(Math.round(drawn)),
    text: (value) => `${(value * scale).toFixed(1)} ${unit}`,
    bestWord: "best",
  };
}

function pace(isGraded: boolean, sport: Sport, units: UnitSystem): CurveLook {
  const { metres, label: unit } = paceUnit(units, paceBasis(sport));
  const scale = 3600 / metres;
  return {
    label: isGraded ? "Flat pace" : "Pace",
    unit,
    format: "pace",
    scale,
    tick: (drawn) => formatDuration(3600 / drawn),
    text: (value) => `${formatDuration(metres / value)} ${unit}`,
    bestWord: "best",
  };
}
