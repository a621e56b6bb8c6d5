import { GitCompareArrows, House, TriangleAlert } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { formatDay } from "@/lib/dates/format-day";
import { utcOffsetSeconds } from "@/lib/dates/zoned-time";
import { cn } from "@/lib/utils";
import { ActivityTitle } from "./activity-title";
import { localStart } from "./local-start";
import { SiblingLinks } from "./sibling-links";
import { sportKind } from "./sport-kind";
import { SPORT_LOOKS } from "./sport-look";

type Props = {
  activity: ActivityDetail;
  timeZone: string;
  /** Stands right of what the activity is. */
  action: ReactNode;
};

export function ActivityHeader({ activity, timeZone, action }: Props) {
  const { sport, isIndoor, isPartial, startedAt, utcOffsetS } = activity;
  const look = SPORT_LOOKS[sport];
  const kind = sportKind(activity);
  const start = localStart(startedAt, utcOffsetS);
  const isElsewhere = utcOffsetSeconds(startedAt, timeZone) !== utcOffsetS;
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 md:mb-5">
      <div className="min-w-0">
        <p className="text-sm text-faint">
          <Link href={"/activities" as Route} className="underline-offset-4 hover:underline">
            Activities
          </Link>
          {" / "}
          <time dateTime={startedAt.toISOString()}>
            {formatDay(start.day, "full")} {start.day.slice(0, 4)}, {start.clock}
            {isElsewhere ? ` (${utcName(utcOffsetS)})` : null}
          </time>
        </p>
        <ActivityTitle activityId={activity.id} title={activity.title} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton href={`/activities/compare?a=${activity.id}` as Route} size="sm">
          <Icon of={GitCompareArrows} />
          Compare
        </LinkButton>
        <Chip>
          <Icon of={look.icon} className={cn("stroke-[1.9]", look.ink)} />
          {look.label}
          {kind === null ? null : `, ${kind}`}
        </Chip>
        {isIndoor ? (
          <Chip>
            <Icon of={House} />
            indoor
          </Chip>
        ) : null}
        {isPartial ? (
          <Chip tone="ease">
            <Icon of={TriangleAlert} />
            read in part
          </Chip>
        ) : null}
        {action}
      </div>
      <SiblingLinks activity={activity} />
    </header>
  );
}

/** "UTC+5:45": the activity's clock, where it is not the athlete's. */
function utcName(offsetS: number): string {
  const minutes = Math.abs(Math.round(offsetS / 60));
  const rest = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `UTC${offsetS < 0 ? "−" : "+"}${Math.floor(minutes / 60)}${rest}`;
}
