import type { StreamName } from "@/lib/schemas/activity";
import type { Extent } from "@/lib/training/activity/channel-extent";
import type { Sport } from "@/lib/training/activity/sports";
import { cadenceFactor, cadenceUnit } from "@/lib/units/cadence";
import { METRES_PER_FOOT, NO_VALUE } from "@/lib/units/conversion";
import { formatElevation } from "@/lib/units/format-elevation";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatSportSpeed, isPaceSport } from "./format-sport-speed";
import { paceTicks, scaledTicks, speedUnit } from "./pane-ticks";
import type { StreamPane } from "./stream-pane";
import { WORK_BALANCE_PANE } from "./work-balance-pane";

type PaneDefinition = (sport: Sport, units: UnitSystem) => Omit<StreamPane, "name">;

/** Every pane that a chart of streams may have: a stream gets its looks here and nowhere else. */
export const PANES: Readonly<Record<StreamName, PaneDefinition>> = {
  powerW: () => {
    const format = whole("W");
    return {
      label: "Power",
      heightPx: 150,
      colour: "--accent",
      ink: "text-accent",
      isFilled: false,
      extent: ({ max }) => ({ min: 0, max: Math.max(max, 50) }),
      ticks: (shown) => scaledTicks(shown, 3, 1),
      format,
      ofStretch: { label: "Power", value: (stretch) => stretch.powerW, format },
    };
  },
  workBalanceJ: () => WORK_BALANCE_PANE,
  heartRateBpm: () => {
    const format = whole("bpm");
    return {
      label: "Heart rate",
      heightPx: 112,
      colour: "--fatigue",
      ink: "text-fatigue",
      isFilled: false,
      extent: ({ min, max }) => atLeast({ min: min - 3, max: max + 3 }, 30),
      ticks: (shown) => scaledTicks(shown, 3, 1),
      format,
      ofStretch: { label: "Heart rate", value: (stretch) => stretch.heartRateBpm, format },
    };
  },
  speedMps: (sport, units) => {
    const label = isPaceSport(sport) ? "Pace" : "Speed";
    const format = (value: number | null) => formatSportSpeed(value, sport, units);
    return {
      label,
      heightPx: 92,
      colour: "--form",
      ink: "text-go",
      isFilled: false,
      // Standing still has no pace: a pace axis ends where walking slowly would be.
      extent: ({ min, max }) =>
        isPaceSport(sport) ? { min: Math.max(min, max * 0.4), max } : { min: 0, max },
      ticks: (shown) =>
        isPaceSport(sport)
          ? paceTicks(shown, sport, units)
          : scaledTicks(shown, 3, speedUnit(units)),
      format,
      ofStretch: { label, value: (stretch) => stretch.speedMps, format },
    };
  },
  altitudeM: (_sport, units) => ({
    label: "Altitude",
    heightPx: 76,
    colour: "--faint",
    ink: "text-faint",
    isFilled: true,
    extent: (recorded) => atLeast(recorded, 30),
    ticks: (shown) => scaledTicks(shown, 2, units === "metric" ? 1 : METRES_PER_FOOT),
    format: (value) => formatElevation(value, units),
    ofStretch: {
      label: "Altitude change",
      value: (stretch) => stretch.altitudeChangeM,
      format: (value) => climbed(value, units),
    },
  }),
  cadenceRpm: (sport) => {
    const format = (value: number | null) =>
      whole(cadenceUnit(sport))(value === null ? null : value * cadenceFactor(sport));
    return {
      label: "Cadence",
      heightPx: 76,
      colour: "--hrv",
      ink: "text-hrv",
      isFilled: false,
      extent: ({ max }) => ({ min: 0, max: Math.max(max, 60) }),
      ticks: (shown) => scaledTicks(shown, 2, 1 / cadenceFactor(sport)),
      format,
      ofStretch: { label: "Cadence", value: (stretch) => stretch.cadenceRpm, format },
    };
  },
};

function whole(unit: string): (value: number | null) => string {
  return (value) => (value === null ? `${NO_VALUE} ${unit}` : `${Math.round(value)} ${unit}`);
}

function climbed(changeM: number | null, units: UnitSystem): string {
  if (changeM === null) return NO_VALUE;
  return `${changeM < 0 ? "−" : "+"}${formatElevation(Math.abs(changeM), units)}`;
}

function atLeast({ min, max }: Extent, span: number): Extent {
  const missing = span - (max - min);
  return missing <= 0 ? { min, max } : { min: min - missing / 2, max: max + missing / 2 };
}
