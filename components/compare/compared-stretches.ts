import type { StreamPane } from "@/components/activity/stream-pane";
import type { Streams } from "@/lib/training/activity/activity-types";
import { furthest, secondAtDistance } from "@/lib/training/activity/channel-by-distance";
import { type RangeAverages, rangeAverages } from "@/lib/training/activity/range-averages";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";

export type ComparedStretches = {
  readonly caption: string;
  readonly headings: readonly string[];
  /** The beginning of the stretch, then A and B of every pane. */
  readonly rows: readonly (readonly string[])[];
};

const ROWS = 16;
const STEPS_S = [30, 60, 120, 300, 600, 900, 1800, 3600];
const STEPS_M = [100, 250, 500, 1000, 2000, 5000, 10_000, 20_000];

type Cut = { readonly at: string; readonly a: RangeAverages; readonly b: RangeAverages };

/** The chart in numbers: averages of equal stretches of both, by time or by distance. */
export function comparedStretches(
  a: Streams,
  b: Streams,
  by: "elapsed" | "distance",
  panes: readonly StreamPane[],
  units: UnitSystem,
): ComparedStretches {
  const { step, cuts } = by === "elapsed" ? cutsByTime(a, b) : cutsByDistance(a, b, units);
  return {
    caption: `Averages of every ${step}`,
    headings: panes.flatMap(({ ofStretch }) => [`${ofStretch.label} A`, `${ofStretch.label} B`]),
    rows: cuts.map((cut) => [
      cut.at,
      ...panes.flatMap((pane) => [say(pane, cut.a), say(pane, cut.b)]),
    ]),
  };
}

function cutsByTime(a: Streams, b: Streams): { step: string; cuts: Cut[] } {
  const end = Math.max(a.lengthS, b.lengthS);
  const step = STEPS_S.find((one) => end / one <= ROWS) ?? 7200;
  const cuts = starts(end, step).map((from) => ({
    at: formatDuration(from),
    a: rangeAverages(a, from, from + step),
    b: rangeAverages(b, from, from + step),
  }));
  return { step: formatDuration(step), cuts };
}

function cutsByDistance(a: Streams, b: Streams, units: UnitSystem): { step: string; cuts: Cut[] } {
  const [alongA, alongB] = [a.channels.distanceM, b.channels.distanceM];
  if (alongA === undefined || alongB === undefined) return { step: NO_VALUE, cuts: [] };
  const end = Math.max(furthest(alongA), furthest(alongB));
  const step = STEPS_M.find((one) => end / one <= ROWS) ?? 50_000;
  const cuts = starts(end, step).map((from) => ({
    at: formatDistance(from, units),
    a: rangeAverages(a, secondAtDistance(alongA, from), secondAtDistance(alongA, from + step)),
    b: rangeAverages(b, secondAtDistance(alongB, from), secondAtDistance(alongB, from + step)),
  }));
  return { step: formatDistance(step, units), cuts };
}

function starts(end: number, step: number): number[] {
  return Array.from({ length: Math.ceil(end / step) }, (_, i) => i * step);
}

function say({ ofStretch }: StreamPane, stretch: RangeAverages): string {
  const value = ofStretch.value(stretch);
  return value === null ? NO_VALUE : ofStretch.format(value);
}
