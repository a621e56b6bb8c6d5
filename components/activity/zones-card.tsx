import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { Streams, TimeInZone } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";
import { deviceZones } from "./device-zones";
import { DeviceZonesTable } from "./device-zones-table";
import { zoneCoverage } from "./finding";
import { type ZoneRow, zoneRows, zoneUnit } from "./zone-ranges";

type Props = { activity: ActivityDetail; units: UnitSystem; streams: Streams | null };

const KINDS = [
  ["power", "Time in power zones"],
  ["heartRate", "Time in heart rate zones"],
  ["pace", "Time in pace zones"],
] as const;

const FILLS = [
  "fill-z1",
  "fill-z2",
  "fill-z3",
  "fill-z4",
  "fill-z5",
  "fill-z6",
  "fill-z7",
] as const;

/** One card per kind of zones that the activity has, by our count or by the device's. */
export function ZoneCards({ activity, units, streams }: Props) {
  const { timeInZone, deviceValues, sport, timerS } = activity;
  return KINDS.map(([kind, title]) => {
    const zones = timeInZone[kind];
    const device = kind === "pace" ? null : deviceZones(kind, deviceValues, streams);
    if (zones === undefined && device === null) return null;
    return (
      <Card key={kind} aria-label={title}>
        <CardHeader
          title={<MethodLink to="time-in-zone">{title}</MethodLink>}
          aside={zones && zoneUnit(zones, sport, units)}
        />
        {zones === undefined ? (
          <p className="text-sm text-muted">
            Your own zones need a threshold on this day. Set one in Settings.
          </p>
        ) : (
          <OwnZones {...{ zones, sport, timerS, units }} />
        )}
        {device === null ? null : <DeviceZonesTable zones={device} title={title} />}
      </Card>
    );
  });
}

type OwnProps = {
  zones: TimeInZone;
  sport: Sport;
  timerS: number;
  units: UnitSystem;
};

/** Under this the bars speak for a part only, and say so. */
const WHOLE = 0.9;

function OwnZones({ zones, sport, timerS, units }: OwnProps) {
  const rows = zoneRows(zones, sport, units);
  const coverage = zoneCoverage(zones, timerS);
  const longest = Math.max(...rows.map((row) => row.share ?? 0));
  return (
    <>
      <table className="w-full text-sm tabular-nums">
        <thead className="sr-only">
          <tr>
            <th scope="col">Zone</th>
            <th scope="col">From – to</th>
            <th scope="col">Share</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.zone} row={row} longest={longest} />
          ))}
        </tbody>
      </table>
      {coverage === null || coverage >= WHOLE ? null : (
        <p className="mt-2 text-sm text-faint">
          Of {percentOf(coverage)} of the time; the rest has no value.
        </p>
      )}
    </>
  );
}

function percentOf(share: number): string {
  const percent = Math.round(share * 100);
  return percent < 1 ? "less than 1 %" : `${percent} %`;
}

function Row({ row, longest }: { row: ZoneRow; longest: number }) {
  const share = row.share ?? 0;
  const width = longest > 0 ? (share / longest) * 100 : 0;
  return (
    <tr>
      <th scope="row" className="w-7 py-1 text-left font-medium">
        Z{row.zone}
      </th>
      <td className="w-[84px] py-1 whitespace-nowrap text-faint">{row.range}</td>
      <td className="py-1 pr-2">
        <svg aria-hidden="true" width="100%" height="10" className="block">
          <rect width="100%" height="10" rx="3" className="fill-sunken" />
          <rect
            width={`${width}%`}
            height="10"
            rx="3"
            className={FILLS[Math.min(row.zone, FILLS.length) - 1]}
          />
        </svg>
        <span className="sr-only">{Math.round(share * 100)} %</span>
      </td>
      <td className="w-24 py-1 text-right whitespace-nowrap">
        {formatDuration(row.seconds)}
        <span aria-hidden="true" className="inline-block w-10 text-faint">
          {Math.round(share * 100)} %
        </span>
      </td>
    </tr>
  );
}
