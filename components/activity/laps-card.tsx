import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { RecordedLap, Streams } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { cadenceFactor, cadenceUnit } from "@/lib/units/cadence";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatSportSpeed, isPaceSport } from "./format-sport-speed";
import { goesSomewhere, isJourney } from "./is-journey";
import { LapButton } from "./lap-button";
import { lapDifferences } from "./lap-differences";
import { LapDifferencesTable } from "./lap-differences-table";

type Props = { activity: ActivityDetail; units: UnitSystem; streams: Streams | null };

/** A lap's speed: as recorded, else distance by timer time. */
function lapSpeed(lap: RecordedLap): number | null {
  if (lap.avgSpeedMps !== null && lap.avgSpeedMps > 0) return lap.avgSpeedMps;
  return lap.distanceM !== null && lap.distanceM > 0 && lap.timerS > 0
    ? lap.distanceM / lap.timerS
    : null;
}

type Column = {
  readonly title: string;
  readonly value: (lap: RecordedLap) => number | null;
  readonly say: (value: number) => string;
  /** Distance and speed, which say nothing of a sport done on the spot. */
  readonly isOfWay?: boolean;
};

/** The device's laps; one lap is the whole activity and says nothing new. */
export function LapsCard({ activity, units, streams }: Props) {
  const { laps, sport, streamsLengthS } = activity;
  if (laps.length < 2) return null;
  const hasWay = goesSomewhere(sport) || isJourney(activity);
  const columns = columnsOf(sport, units, activity.lengths.length > 0).filter(
    (column) => (hasWay || !column.isOfWay) && laps.some((lap) => (column.value(lap) ?? 0) > 0),
  );
  const measure = laps.some((lap) => (lap.avgPowerW ?? 0) > 0)
    ? (lap: RecordedLap) => lap.avgPowerW
    : hasWay
      ? lapSpeed
      : () => null;
  const differences = lapDifferences(laps, streams);
  const strongest = Math.max(...laps.map((lap) => measure(lap) ?? 0));
  return (
    <Card aria-label="Laps">
      <CardHeader
        title={<MethodLink to="averages">Laps</MethodLink>}
        aside={`${laps.length}, as the device counted them`}
      />
      <div className={laps.length > 14 ? "max-h-[30rem] overflow-y-auto" : undefined}>
        <Table caption="Laps of this activity">
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col" data-numeric>
                Time
              </th>
              {strongest > 0 ? (
                <th scope="col" className="max-sm:hidden">
                  <span className="sr-only">Against the strongest lap</span>
                </th>
              ) : null}
              {columns.map((column) => (
                <th key={column.title} scope="col" data-numeric>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {laps.map((lap, i) => (
              <tr key={lap.startS}>
                <th scope="row">
                  {streamsLengthS === null ? (
                    i + 1
                  ) : (
                    <LapButton lap={i + 1} fromS={lap.startS} toS={lap.startS + lap.elapsedS} />
                  )}
                </th>
                <td data-numeric>{formatDuration(lap.timerS)}</td>
                {strongest > 0 ? (
                  <td className="w-1/4 max-sm:hidden">
                    <LapBar share={(measure(lap) ?? 0) / strongest} />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <td key={column.title} data-numeric className="whitespace-nowrap">
                    {sayOrDash(column, lap)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {differences === null ? null : <LapDifferencesTable {...differences} />}
    </Card>
  );
}

function LapBar({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" width="100%" height="10" className="mt-1 block min-w-16">
      <rect width="100%" height="10" rx="5" className="fill-sunken" />
      <rect width={`${share * 100}%`} height="10" rx="5" className="fill-load" />
    </svg>
  );
}

function columnsOf(sport: Sport, units: UnitSystem, isPool: boolean): Column[] {
  const place = isPool ? "pool" : "land";
  return [
    {
      title: "Distance",
      value: (lap) => lap.distanceM,
      say: (v) => formatDistance(v, units, place),
      isOfWay: true,
    },
    {
      title: isPaceSport(sport) ? "Pace" : "Speed",
      value: lapSpeed,
      say: (v) => formatSportSpeed(v, sport, units),
      isOfWay: true,
    },
    { title: "Power", value: (lap) => lap.avgPowerW, say: (v) => `${Math.round(v)} W` },
    {
      title: "Heart rate",
      value: (lap) => lap.avgHeartRateBpm,
      say: (v) => `${Math.round(v)} bpm`,
    },
    { title: "Max", value: (lap) => lap.maxHeartRateBpm, say: (v) => `${Math.round(v)} bpm` },
    {
      title: "Cadence",
      value: (lap) => lap.avgCadenceRpm,
      say: (v) => `${Math.round(v * cadenceFactor(sport))} ${cadenceUnit(sport)}`,
    },
  ];
}

function sayOrDash(column: Column, lap: RecordedLap): string {
  const value = column.value(lap);
  return value === null ? NO_VALUE : column.say(value);
}
