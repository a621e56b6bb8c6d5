import type { RecordedLap, Streams } from "@/lib/training/activity/activity-types";
import { type RangeAverages, rangeAverages } from "@/lib/training/activity/range-averages";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatSigned } from "@/lib/units/format-signed";

type Measure = {
  readonly title: string;
  readonly unit: string;
  readonly device: (lap: RecordedLap) => number | null;
  readonly own: (averages: RangeAverages) => number | null;
};

const MEASURES: readonly Measure[] = [
  {
    ...{ title: "Power", unit: "W" },
    device: (lap) => lap.avgPowerW,
    own: (averages) => averages.powerW,
  },
  {
    ...{ title: "Heart rate", unit: "bpm" },
    device: (lap) => lap.avgHeartRateBpm,
    own: (averages) => averages.heartRateBpm,
  },
  {
    ...{ title: "Highest heart rate", unit: "bpm" },
    device: (lap) => lap.maxHeartRateBpm,
    own: (averages) => averages.maxHeartRateBpm,
  },
  {
    ...{ title: "Distance", unit: "m" },
    device: (lap) => lap.distanceM,
    own: (averages) => averages.distanceM,
  },
];

export type LapDifferences = {
  /** Of each lap and title: the device's value, ours of the same seconds, and ours less theirs. */
  readonly rows: readonly {
    readonly lap: number;
    readonly cells: readonly {
      readonly title: string;
      readonly device: string;
      readonly ours: string;
      readonly difference: string;
    }[];
  }[];
  /** "Power, W". */
  readonly titles: readonly string[];
  readonly finding: string;
};

/** The device's laps against our own averages of the same seconds; null where none can be compared. */
export function lapDifferences(
  laps: readonly RecordedLap[],
  streams: Streams | null,
): LapDifferences | null {
  if (streams === null) return null;
  const compared = laps.map((lap, i) => {
    const averages = rangeAverages(streams, lap.startS, lap.startS + lap.elapsedS);
    return {
      lap: i + 1,
      pairs: MEASURES.map(({ device, own }) => [known(device(lap)), own(averages)] as const),
    };
  });
  const shown = MEASURES.flatMap((measure, m) =>
    compared.some(({ pairs }) => isPair(pairs[m])) ? [{ ...measure, m }] : [],
  );
  if (shown.length === 0) return null;
  const largest = shown.map(({ title, unit, m }) => {
    const apart = compared.map(({ pairs }) => apartOf(pairs[m]));
    return `${title.toLowerCase()} ${Math.round(Math.max(...apart))} ${unit}`;
  });
  return {
    titles: shown.map(({ title, unit }) => `${title}, ${unit}`),
    rows: compared.map(({ lap, pairs }) => ({
      lap,
      cells: shown.map(({ title, m }) => cellOf(title, pairs[m])),
    })),
    finding: `Our averages of the same seconds differ at most by: ${largest.join(", ")}.`,
  };
}

type Pair = readonly [device: number | null, own: number | null];

/** A device writes 0 where it measured nothing. */
function known(value: number | null): number | null {
  return value === 0 ? null : value;
}

function isPair(pair: Pair | undefined): pair is readonly [number, number] {
  return pair !== undefined && pair[0] !== null && pair[1] !== null;
}

function apartOf(pair: Pair | undefined): number {
  return isPair(pair) ? Math.abs(Math.round(pair[1]) - Math.round(pair[0])) : 0;
}

function cellOf(title: string, pair: Pair | undefined) {
  const [device, own] = pair ?? [null, null];
  const whole = (value: number | null) => (value === null ? NO_VALUE : String(Math.round(value)));
  // Of the numbers as they are shown, so that they add up.
  const difference = isPair(pair) ? Math.round(pair[1]) - Math.round(pair[0]) : null;
  return { title, device: whole(device), ours: whole(own), difference: formatSigned(difference) };
}
