import { Copy, TriangleAlert } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { formatSportSpeed, isPaceSport } from "@/components/activity/format-sport-speed";
import { LOAD_METHOD_LABELS } from "@/components/activity/load-method-label";
import { localStart } from "@/components/activity/local-start";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type { ActivityListItem } from "@/db/queries/activity-list";
import { formatDay } from "@/lib/dates/format-day";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import { formatLoad } from "@/lib/units/format-load";
import type { UnitSystem } from "@/lib/units/unit-system";
import { cn } from "@/lib/utils";
import { ProfileSparkline } from "./profile-sparkline";

type Props = { item: ActivityListItem; units: UnitSystem };

/** One activity; the whole row opens it. Columns on a wide page, a card of two lines on a phone. */
export function ActivityRow({ item, units }: Props) {
  const look = SPORT_LOOKS[item.sport];
  const start = localStart(item.startedAt, item.utcOffsetS);
  return (
    <li className="group relative border-t border-line first:border-t-0 hover:bg-sunken/60 has-[a:focus-visible]:bg-sunken/60">
      <span
        aria-hidden="true"
        className={cn("absolute inset-y-2 left-0 w-[3px] rounded-full", look.edge)}
      />
      <div className="grid grid-cols-[24px_minmax(0,1fr)_72px] items-center gap-x-3 gap-y-1.5 py-3 pr-4 pl-4 lg:grid-cols-[24px_minmax(0,1fr)_120px_76px_84px_96px_96px]">
        <Icon of={look.icon} className={cn("size-5 stroke-[1.7]", look.ink)} />
        <div className="min-w-0">
          <Link
            href={`/activities/${item.id}` as Route}
            data-activity-link
            className="block truncate font-medium after:absolute after:inset-0 after:content-['']"
          >
            <span className="sr-only">{look.label}: </span>
            {item.title}
          </Link>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
            {formatDay(start.day, "short")}, {start.clock}
            <Chips item={item} />
          </p>
        </div>
        <div className="max-lg:col-start-3 max-lg:row-start-1">
          <ProfileSparkline profile={item.profile} />
        </div>
        <Figures item={item} units={units} />
      </div>
    </li>
  );
}

function Figures({ item, units }: Props) {
  const distance = formatDistance(item.distanceM, units, item.poolLengths > 0 ? "pool" : "land");
  return (
    <dl className="col-span-2 col-start-2 flex flex-wrap gap-x-4 gap-y-0.5 text-sm tabular-nums lg:contents">
      <Figure label="Duration" value={formatDuration(item.timerS)} isStrong />
      {item.distanceM === null || item.distanceM === 0 ? (
        <Figure label="Distance" value={null} />
      ) : (
        <Figure label="Distance" value={distance} />
      )}
      <Figure label={pacingLabel(item)} value={pacing(item, units)} />
      <Figure
        label="Training load"
        value={formatLoad(item.load)}
        note={item.loadMethod === null ? "no load" : `load, ${LOAD_METHOD_LABELS[item.loadMethod]}`}
      />
    </dl>
  );
}

type FigureProps = { label: string; value: string | null; note?: string; isStrong?: boolean };

function Figure({ label, value, note, isStrong = false }: FigureProps) {
  return (
    <div className={cn("lg:text-right", value === null && "max-lg:hidden")}>
      <dt className="sr-only">{label}</dt>
      <dd className={cn(isStrong && "font-semibold")}>
        {value ?? <span className="sr-only">none</span>}
        {note === undefined ? null : (
          <span className="ml-1.5 text-faint lg:ml-0 lg:block lg:text-xs">{note}</span>
        )}
      </dd>
    </div>
  );
}

function Chips({ item }: { item: ActivityListItem }) {
  return (
    <>
      {item.isIndoor ? <Chip>indoor</Chip> : null}
      {item.isPartial ? (
        <Chip tone="ease">
          <Icon of={TriangleAlert} />
          partial
        </Chip>
      ) : null}
      {item.duplicates > 0 ? (
        <Chip>
          <Icon of={Copy} />
          {item.duplicates + 1} files, counted once
        </Chip>
      ) : null}
    </>
  );
}

function pacingLabel(item: ActivityListItem): string {
  if (isPaceSport(item.sport)) return "Pace";
  return item.avgPowerW === null ? "Heart rate" : "Power";
}

/** The sport's own measure of how hard it went; heart rate where there is none. */
function pacing(item: ActivityListItem, units: UnitSystem): string | null {
  if (isPaceSport(item.sport) && item.distanceM !== null && item.distanceM > 0 && item.timerS > 0) {
    return formatSportSpeed(item.distanceM / item.timerS, item.sport, units);
  }
  if (item.avgPowerW !== null) return `${Math.round(item.avgPowerW)} W`;
  return item.avgHeartRateBpm === null ? null : `${Math.round(item.avgHeartRateBpm)} bpm`;
}
