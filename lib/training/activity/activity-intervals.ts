/**
 * The intervals of an activity with what each was like: as the athlete marked them, else as found.
 * INT-2, INT-3; a rest is the time from one bout to the next. Reference: none, see the method page.
 * Valid: sports that go somewhere, with power or speed; null for any other.
 */
import type { Stretch } from "./activity-edit";
import type { AthleteSettings, Channel, RecordedActivity, Streams } from "./activity-types";
import { type RangeAverages, rangeAverages } from "./range-averages";
import type { Sport } from "./sports";
import { structuredIntervals } from "./structured-intervals";

export type IntervalBout = Pick<
  RangeAverages,
  "fromS" | "toS" | "distanceM" | "powerW" | "heartRateBpm" | "maxHeartRateBpm" | "speedMps"
> & {
  /** Seconds to the next bout; null after the last. */
  readonly restS: number | null;
};

export type ActivityIntervals = {
  readonly source: "athlete" | "laps" | "output" | "none";
  readonly bouts: readonly IntervalBout[];
  /** Why there are none, in words for the athlete; null when there are. */
  readonly reason: string | null;
};

const SPORTS_WITH_BOUTS: ReadonlySet<Sport> = new Set([
  "cycling",
  "running",
  "walking",
  "hiking",
  "rowing",
  "skiing",
]);

type Input = {
  readonly recorded: Pick<RecordedActivity, "sport" | "laps">;
  readonly streams: Streams;
  readonly settings: AthleteSettings;
  /** Marked by the athlete; null when they left it to us. */
  readonly marked: readonly Stretch[] | null;
};

export function activityIntervals(input: Input): ActivityIntervals | null {
  const { recorded, streams, settings, marked } = input;
  if (!SPORTS_WITH_BOUTS.has(recorded.sport)) return null;
  const measured = outputOf(recorded.sport, streams, settings);
  if (measured === null) return null;
  if (marked !== null) {
    const bouts = boutsOf(streams, marked);
    return { source: "athlete", bouts, reason: bouts.length > 0 ? null : NONE_MARKED };
  }
  const { laps } = recorded;
  const found = structuredIntervals({ ...measured, timerOn: streams.timerOn, laps });
  if (found.source === "none") return { source: "none", bouts: [], reason: found.reason };
  const stretches = found.bouts.map(({ startS, endS }) => ({ fromS: startS, toS: endS }));
  return { source: found.source, bouts: boutsOf(streams, stretches), reason: null };
}

const NONE_MARKED = "You took all of them away.";

function outputOf(
  sport: Sport,
  { channels }: Streams,
  settings: AthleteSettings,
): { output: Channel; threshold: number | null } | null {
  const { powerW, speedMps } = channels;
  if (sport === "cycling" && powerW) return { output: powerW, threshold: settings.ftpW };
  if (!speedMps) return null;
  return {
    output: speedMps,
    threshold: sport === "running" ? settings.thresholdSpeedMps : null,
  };
}

function boutsOf(streams: Streams, stretches: readonly Stretch[]): IntervalBout[] {
  const within = stretches.filter(({ fromS }) => fromS < streams.lengthS);
  return within.map(({ fromS, toS }, i) => {
    const next = within[i + 1];
    const { distanceM, powerW, heartRateBpm, maxHeartRateBpm, speedMps, ...cut } = rangeAverages(
      streams,
      fromS,
      toS,
    );
    return {
      ...{ fromS: cut.fromS, toS: cut.toS },
      ...{ distanceM, powerW, heartRateBpm, maxHeartRateBpm, speedMps },
      restS: next === undefined ? null : next.fromS - toS,
    };
  });
}
