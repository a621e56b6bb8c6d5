import { niceTicks } from "@/components/charts/nice-ticks";
import type { StreamName } from "@/lib/schemas/activity";
import type { Sport, TimeInZone } from "@/lib/training/activity/activity-types";
import { METRES_PER_FOOT, METRES_PER_MILE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import { formatElevation } from "@/lib/units/format-elevation";
import { paceUnit } from "@/lib/units/pace-basis";
import type { UnitSystem } from "@/lib/units/unit-system";
import { cadenceFactor, cadenceUnit, formatSportSpeed, isPaceSport } from "./format-sport-speed";

export type Extent = { readonly min: number; readonly max: number };
export type PaneTick = { readonly at: number; readonly text: string };

/** One strip of the streams chart: what it is called, how tall it is, and how its values read. */
export type StreamPane = {
  readonly name: StreamName;
  readonly label: string;
  readonly heightPx: number;
  /** The same height as a class name, for the skeleton that the server renders. */
  readonly heightClass: string;
  /** Custom property of the line's colour. */
  readonly colour: string;
  readonly ink: string;
  readonly isFilled: boolean;
  readonly extent: (recorded: Extent) => Extent;
  readonly ticks: (shown: Extent) => PaneTick[];
  readonly format: (value: number | null) => string;
};

export type ZoneBoundaries = { readonly [Name in StreamName]?: readonly number[] };

/** Room for the pane's name above the highest value. */
export const PANE_PAD_TOP_PX = 14;
export const PANE_GAP_PX = 10;
export const AXIS_WIDTH_PX = 46;
/** Right of the plot, where the zones have their numbers. */
export const AXIS_RIGHT_PX = 24;
/** Room for the lowest tick's figures. */
export const PANE_PAD_BOTTOM_PX = 6;

const ORDER: readonly StreamName[] = [
  "powerW",
  "heartRateBpm",
  "speedMps",
  "altitudeM",
  "cadenceRpm",
];

/** The panes for the recorded streams, in their fixed order. */
export function streamPanes(
  names: readonly StreamName[],
  sport: Sport,
  units: UnitSystem,
): StreamPane[] {
  return ORDER.filter((name) => names.includes(name)).map((name) => PANES[name](sport, units));
}

/** Zone boundaries by stream; pace zones are in speed already. */
export function zoneBoundaries(timeInZone: {
  readonly heartRate?: TimeInZone;
  readonly power?: TimeInZone;
}): ZoneBoundaries {
  return {
    ...(timeInZone.power ? { powerW: timeInZone.power.boundaries } : {}),
    ...(timeInZone.heartRate ? { heartRateBpm: timeInZone.heartRate.boundaries } : {}),
  };
}

const PANES: Readonly<Record<StreamName, (sport: Sport, units: UnitSystem) => StreamPane>> = {
  powerW: () => ({
    name: "powerW",
    label: "Power",
    heightPx: 150,
    heightClass: "h-[150px]",
    colour: "--accent",
    ink: "text-accent",
    isFilled: false,
    extent: ({ max }) => ({ min: 0, max: Math.max(max, 50) }),
    ticks: ({ min, max }) => scaledTicks(min, max, 3, 1),
    format: (value) => (value === null ? "– W" : `${Math.round(value)} W`),
  }),
  heartRateBpm: () => ({
    name: "heartRateBpm",
    label: "Heart rate",
    heightPx: 112,
    heightClass: "h-[112px]",
    colour: "--fatigue",
    ink: "text-fatigue",
    isFilled: false,
    extent: ({ min, max }) => atLeast({ min: min - 3, max: max + 3 }, 30),
    ticks: ({ min, max }) => scaledTicks(min, max, 3, 1),
    format: (value) => (value === null ? "– bpm" : `${Math.round(value)} bpm`),
  }),
  speedMps: (sport, units) => ({
    name: "speedMps",
    label: isPaceSport(sport) ? "Pace" : "Speed",
    heightPx: 92,
    heightClass: "h-[92px]",
    colour: "--form",
    ink: "text-go",
    isFilled: false,
    // Standing still has no pace: a pace axis ends where walking slowly would be.
    extent: ({ min, max }) =>
      isPaceSport(sport) ? { min: Math.max(min, max * 0.4), max } : { min: 0, max },
    ticks: (shown) =>
      isPaceSport(sport)
        ? paceTicks(shown, sport, units)
        : scaledTicks(shown.min, shown.max, 3, speedUnit(units)),
    format: (value) => formatSportSpeed(value, sport, units),
  }),
  altitudeM: (_sport, units) => ({
    name: "altitudeM",
    label: "Altitude",
    heightPx: 76,
    heightClass: "h-[76px]",
    colour: "--faint",
    ink: "text-faint",
    isFilled: true,
    extent: ({ min, max }) => atLeast({ min, max }, 30),
    ticks: ({ min, max }) => scaledTicks(min, max, 2, units === "metric" ? 1 : METRES_PER_FOOT),
    format: (value) => formatElevation(value, units),
  }),
  cadenceRpm: (sport) => ({
    name: "cadenceRpm",
    label: "Cadence",
    heightPx: 76,
    heightClass: "h-[76px]",
    colour: "--hrv",
    ink: "text-hrv",
    isFilled: false,
    extent: ({ max }) => ({ min: 0, max: Math.max(max, 60) }),
    ticks: ({ min, max }) => scaledTicks(min, max, 2, 1 / cadenceFactor(sport)),
    format: (value) => {
      const unit = cadenceUnit(sport);
      return value === null ? `– ${unit}` : `${Math.round(value * cadenceFactor(sport))} ${unit}`;
    },
  }),
};

function atLeast({ min, max }: Extent, span: number): Extent {
  const missing = span - (max - min);
  return missing <= 0 ? { min, max } : { min: min - missing / 2, max: max + missing / 2 };
}

/** Round values of a unit that is `size` of ours, e.g. feet on an axis of metres. */
function scaledTicks(min: number, max: number, count: number, size: number): PaneTick[] {
  return niceTicks(min / size, max / size, count).map((at) => ({
    at: at * size,
    text: String(Math.round(at)),
  }));
}

/** One km/h or mph in m/s. */
function speedUnit(units: UnitSystem): number {
  return (units === "metric" ? 1000 : METRES_PER_MILE) / 3600;
}

const PACE_STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600];

/** Round paces, which lie unevenly on an axis of speed. */
function paceTicks({ min, max }: Extent, sport: Sport, units: UnitSystem): PaneTick[] {
  if (!(max > 0 && min > 0)) return [];
  const { metres } = paceUnit(units, sport === "swimming" ? "swim" : "run");
  const [fastest, slowest] = [metres / max, metres / min];
  const step = PACE_STEPS_S.find((one) => (slowest - fastest) / one <= 6) ?? 1200;
  const ticks: PaneTick[] = [];
  // From fast to slow, at least a fifth of the axis apart: the slow end is crowded.
  for (let pace = Math.ceil(fastest / step) * step; pace <= slowest; pace += step) {
    const at = metres / pace;
    const last = ticks.at(-1);
    if (last === undefined || last.at - at >= (max - min) / 5) {
      ticks.push({ at, text: formatDuration(pace) });
    }
  }
  return ticks.reverse();
}
