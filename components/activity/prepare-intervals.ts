import type { ActivityIntervals, IntervalBout } from "@/lib/training/activity/activity-intervals";
import type { Sport } from "@/lib/training/activity/sports";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatSportSpeed } from "./format-sport-speed";

/** Bouts whose lengths differ by less are one length to the eye. */
const SAME_LENGTH = 0.1;
/** A smaller change from first to last is the day's noise. */
const EVEN_PERCENT = 2;

export type IntervalRow = {
  readonly fromS: number;
  readonly toS: number;
  readonly length: string;
  /** "300 W", "4:05 /km"; null where neither was recorded. */
  readonly output: string | null;
  readonly heartRate: string | null;
  readonly rest: string | null;
};

export type PreparedIntervals = {
  /** "5 × 3:00 at 300 W, rests of 2:00. The last was 3 % weaker than the first." */
  readonly finding: string;
  /** Where the bouts come from. */
  readonly origin: string;
  readonly rows: readonly IntervalRow[];
};

/** The bouts of an activity in words and as a table. */
export function prepareIntervals(
  { source, bouts, reason }: ActivityIntervals,
  sport: Sport,
  units: UnitSystem,
): PreparedIntervals {
  const measure = measureOf(bouts, sport, units);
  return {
    finding:
      bouts.length === 0
        ? `No structured intervals found. ${reason ?? ""}`.trim()
        : [summary(bouts, measure), change(bouts, measure)].join(" "),
    origin: ORIGINS[source],
    rows: bouts.map((bout) => ({
      fromS: bout.fromS,
      toS: bout.toS,
      length: formatDuration(bout.toS - bout.fromS),
      output: said(measure, bout),
      heartRate: bout.heartRateBpm === null ? null : `${Math.round(bout.heartRateBpm)} bpm`,
      rest: bout.restS === null ? null : formatDuration(bout.restS),
    })),
  };
}

const ORIGINS: Readonly<Record<ActivityIntervals["source"], string>> = {
  athlete: "marked by you",
  laps: "by the device's laps",
  output: "found in the recording",
  none: "none found",
};

type Measure = {
  readonly of: (bout: IntervalBout) => number | null;
  readonly say: (value: number) => string;
  /** What less of it is called. */
  readonly less: string;
  readonly more: string;
};

/** Power on the bike, else speed or pace. */
function measureOf(bouts: readonly IntervalBout[], sport: Sport, units: UnitSystem): Measure {
  if (sport === "cycling" && bouts.some((bout) => bout.powerW !== null)) {
    return {
      of: (bout) => bout.powerW,
      say: (value) => `${Math.round(value)} W`,
      less: "weaker",
      more: "stronger",
    };
  }
  return {
    of: (bout) => bout.speedMps,
    say: (value) => formatSportSpeed(value, sport, units),
    less: "slower",
    more: "faster",
  };
}

function said(measure: Measure, bout: IntervalBout): string | null {
  const value = measure.of(bout);
  return value === null || value <= 0 ? null : measure.say(value);
}

function summary(bouts: readonly IntervalBout[], measure: Measure): string {
  const lengths = bouts.map((bout) => bout.toS - bout.fromS);
  const rests = bouts.flatMap((bout) => (bout.restS === null ? [] : [bout.restS]));
  const values = bouts.flatMap((bout) => measure.of(bout) ?? []);
  const output = values.length === 0 ? "" : ` at ${measure.say(mean(values))}`;
  const rest = rests.length === 0 ? "" : `, rests of ${span(rests)}`;
  return `${bouts.length} × ${span(lengths)}${output}${rest}.`;
}

/** "3:00", or "2:10 to 6:00" where they differ. */
function span(seconds: readonly number[]): string {
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
  return most - least <= SAME_LENGTH * most
    ? formatDuration(mean(seconds))
    : `${formatDuration(least)} to ${formatDuration(most)}`;
}

function change(bouts: readonly IntervalBout[], measure: Measure): string {
  const [first, last] = [bouts[0], bouts.at(-1)];
  if (bouts.length < 2 || first === undefined || last === undefined) return "";
  const [before, after] = [measure.of(first), measure.of(last)];
  if (before === null || after === null || before <= 0) return "";
  const percent = Math.round(100 * (after / before - 1));
  if (Math.abs(percent) < EVEN_PERCENT) return "The last was as strong as the first.";
  const word = percent < 0 ? measure.less : measure.more;
  return `The last was ${Math.abs(percent)} % ${word} than the first.`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
