import { CircleCheck } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { Sport } from "@/lib/training/activity/sports";
import { formatDistance } from "@/lib/units/format-distance";
import { formatHours } from "@/lib/units/format-hours";
import { formatLoad } from "@/lib/units/format-load";
import type { UnitSystem } from "@/lib/units/unit-system";
import { AskEffort } from "./ask-effort";

export type DoneActivity = {
  readonly id: string;
  readonly sport: Sport;
  readonly title: string;
  readonly timerS: number;
  readonly distanceM: number | null;
  readonly load: number | null;
  readonly rpe: number | null;
};

type DoneCardProps = {
  readonly activities: readonly DoneActivity[];
  /** Load of the day's workout; null on a rest day or without one. */
  readonly plannedLoad: number | null;
  /** Whether it was the athlete's own choice, not the recommended one. */
  readonly isChosen: boolean;
  readonly units: UnitSystem;
};

/** After training: what was done against what was meant. */
export function DoneCard({ activities, plannedLoad, isChosen, units }: DoneCardProps) {
  const load = activities.reduce<number | null>(
    (sum, one) => (one.load === null ? sum : (sum ?? 0) + one.load),
    null,
  );
  // One question at a time.
  const unrated = activities.find(({ rpe }) => rpe === null);
  return (
    <Card aria-labelledby="done">
      <div className="flex items-center justify-between gap-3">
        <h2 id="done" className="heading-quiet">
          Done today
        </h2>
        <Icon of={CircleCheck} className="size-4 text-go" />
      </div>
      <ul className="mt-2 flex flex-col divide-y divide-line">
        {activities.map((one) => (
          <DoneRow key={one.id} activity={one} units={units} isAsked={one === unrated} />
        ))}
      </ul>
      <p className="mt-3 border-t border-line pt-3 text-sm text-muted">
        {comparison(load, plannedLoad, isChosen ? "chosen" : "recommended")}
      </p>
    </Card>
  );
}

type DoneRowProps = {
  readonly activity: DoneActivity;
  readonly units: UnitSystem;
  /** Whether its felt effort is asked for. */
  readonly isAsked: boolean;
};

function DoneRow({ activity, units, isAsked }: DoneRowProps) {
  const place = activity.sport === "swimming" ? "pool" : "land";
  const distance =
    activity.distanceM === null ? "" : ` · ${formatDistance(activity.distanceM, units, place)}`;
  return (
    <li className="py-2 first:pt-0">
      <div className="flex items-end justify-between gap-4">
        <div className="min-w-0">
          <Link
            href={`/activities/${activity.id}` as Route}
            className="text-lg font-semibold tracking-[-0.01em] hover:underline"
          >
            {activity.title}
          </Link>
          <p className="text-sm text-muted">
            {SPORT_LOOKS[activity.sport].label}
            {distance}
            {activity.rpe === null ? null : ` · RPE ${Math.round(activity.rpe)}`}
          </p>
        </div>
        <div className="shrink-0 text-right">
          <p className="text-lg font-semibold">{formatHours(activity.timerS)}</p>
          <p className="text-sm text-muted">{formatLoad(activity.load)} load</p>
        </div>
      </div>
      {isAsked && <AskEffort activityId={activity.id} title={activity.title} />}
    </li>
  );
}

function comparison(
  load: number | null,
  planned: number | null,
  word: "chosen" | "recommended",
): string {
  if (load === null) return "No load could be worked out from what was recorded.";
  const done = `Load ${formatLoad(load)}`;
  if (planned === null) return `${done}; rest was recommended.`;
  const difference = Math.round(load) - Math.round(planned);
  if (Math.abs(difference) <= Math.max(5, planned * 0.1)) {
    return `${done}, as ${word} (${formatLoad(planned)}).`;
  }
  return `${done}, ${Math.abs(difference)} ${difference > 0 ? "more" : "less"} than ${word} (${formatLoad(planned)}).`;
}
