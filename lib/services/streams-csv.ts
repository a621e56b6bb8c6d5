import "server-only";
import { type CsvCell, csv } from "@/lib/csv";
import { STREAM_NAMES, type StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { cadenceFactor, cadenceUnit } from "@/lib/units/cadence";
import { METRES_PER_FOOT, METRES_PER_MILE } from "@/lib/units/conversion";
import type { UnitSystem } from "@/lib/units/unit-system";
import { streamChannels } from "./stream-channels";

type Shown = { readonly heading: string; readonly perOurs: number; readonly decimals: number };
type Stretch = { readonly fromS: number; readonly toS: number };

const KM_PER_M = 1 / 1000;
const MILES_PER_M = 1 / METRES_PER_MILE;

/** The athlete's units: heading, how many of theirs one of ours is, and the digits recorded. */
const COLUMNS: Readonly<Record<StreamName | "distanceM", (s: Sport, u: UnitSystem) => Shown>> = {
  powerW: () => ({ heading: "Power (W)", perOurs: 1, decimals: 0 }),
  workBalanceJ: () => ({ heading: "W′ left (kJ)", perOurs: 1 / 1000, decimals: 2 }),
  heartRateBpm: () => ({ heading: "Heart rate (bpm)", perOurs: 1, decimals: 0 }),
  speedMps: (_sport, units) =>
    units === "metric"
      ? { heading: "Speed (km/h)", perOurs: 3600 * KM_PER_M, decimals: 2 }
      : { heading: "Speed (mph)", perOurs: 3600 * MILES_PER_M, decimals: 2 },
  altitudeM: (_sport, units) =>
    units === "metric"
      ? { heading: "Altitude (m)", perOurs: 1, decimals: 1 }
      : { heading: "Altitude (ft)", perOurs: 1 / METRES_PER_FOOT, decimals: 1 },
  cadenceRpm: (sport) => ({
    heading: `Cadence (${cadenceUnit(sport)})`,
    perOurs: cadenceFactor(sport),
    decimals: 0,
  }),
  distanceM: (_sport, units) =>
    units === "metric"
      ? { heading: "Distance (km)", perOurs: KM_PER_M, decimals: 4 }
      : { heading: "Distance (mi)", perOurs: MILES_PER_M, decimals: 4 },
};

/**
 * Every second of [fromS, toS) as a line of comma-separated values: unsmoothed, in the athlete's
 * units, an empty cell where nothing was recorded. Where the athlete was is left out.
 */
export function streamsCsv(
  streams: Streams,
  sport: Sport,
  units: UnitSystem,
  { fromS, toS }: Stretch,
  balance: Channel | null = null,
): string {
  const channels = { ...streamChannels(streams, balance), distanceM: streams.channels.distanceM };
  const columns = ([...STREAM_NAMES, "distanceM"] as const).flatMap((name) => {
    const channel = channels[name];
    return channel === undefined ? [] : [{ channel, shown: COLUMNS[name](sport, units) }];
  });
  const rows: CsvCell[][] = [];
  for (let second = fromS; second < toS; second++) {
    const timer = streams.timerOn[second] === 1 ? "running" : "paused";
    rows.push([second, timer, ...columns.map((column) => cell(column, second))]);
  }
  return csv(["Elapsed (s)", "Timer", ...columns.map(({ shown }) => shown.heading)], rows);
}

function cell({ channel, shown }: { channel: Channel; shown: Shown }, second: number): CsvCell {
  if (channel.valid[second] !== 1) return null;
  return Number(((channel.values[second] as number) * shown.perOurs).toFixed(shown.decimals));
}
