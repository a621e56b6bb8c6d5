import { GitCompareArrows } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { ComparableActivity } from "@/db/queries/comparable-activities";
import { formatDay } from "@/lib/dates/format-day";
import type { ComparedStreams } from "@/lib/services/compare-streams";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";
import { CompareChoice } from "./compare-choice";
import { compareFinding } from "./compare-finding";
import { CompareStreams } from "./compare-streams";
import { type CompareView, compareHref } from "./compare-view";
import { ComparedMetrics } from "./compared-metrics-card";
import { WHO_LOOKS } from "./overlay-panes";
import type { Recording } from "./recording";

type Props = {
  view: CompareView;
  a: Recording;
  b: Recording | null;
  /** Null when there is nothing to draw, or not along this axis. */
  compared: ComparedStreams | null;
  candidates: readonly ComparableActivity[];
  units: UnitSystem;
};

/** Two activities side by side: what each was like, and how they went. */
export function CompareScreen(props: Props) {
  const { view, a, b, candidates, units } = props;
  return (
    <>
      <PageHeader
        title="Compare activities"
        breadcrumb={
          <Link
            href={`/activities/${a.activity.id}` as Route}
            className="underline-offset-4 hover:underline"
          >
            {a.activity.title}
          </Link>
        }
        description={`With another ${SPORT_LOOKS[a.activity.sport].label.toLowerCase()}, alike in length and near in time`}
      />
      <div className="flex flex-col gap-4 md:gap-[18px]">
        <Card aria-label="The two activities">
          <ul className="grid gap-3 md:grid-cols-2">
            <Who who="A" activity={a.activity} units={units} />
            {b === null ? null : <Who who="B" activity={b.activity} units={units} />}
          </ul>
          <CompareChoice view={view} candidates={candidates} />
        </Card>
        {b === null ? (
          <NothingChosen view={view} candidates={candidates} units={units} />
        ) : (
          <Both {...props} b={b} />
        )}
      </div>
    </>
  );
}

function Both({ view, a, b, compared, units }: Props & { b: Recording }) {
  const finding = compareFinding(a.activity, b.activity, units);
  return (
    <>
      <CompareStreams view={view} a={a} b={b} compared={compared} finding={finding} units={units} />
      <ComparedMetrics a={a.activity} b={b.activity} units={units} />
    </>
  );
}

type WhoProps = { who: "A" | "B"; activity: ActivityDetail; units: UnitSystem };

function Who({ who, activity, units }: WhoProps) {
  const { colour, dash } = WHO_LOOKS[who];
  const distance = activity.distanceM ? `, ${formatDistance(activity.distanceM, units)}` : "";
  return (
    <li className="flex min-w-0 items-center gap-3">
      <svg aria-hidden="true" width="28" height="10" className="shrink-0">
        <line
          x2="28"
          y1="5"
          y2="5"
          strokeWidth="2.5"
          stroke={`var(${colour})`}
          strokeDasharray={dash?.join(" ")}
        />
      </svg>
      <p className="min-w-0">
        <span className="font-semibold">{who}: </span>
        <Link
          href={`/activities/${activity.id}` as Route}
          className="font-medium underline-offset-4 hover:underline"
        >
          {activity.title}
        </Link>
        <span className="block text-sm text-faint tabular-nums">
          {formatDay(activity.day, "compact")}, {formatDuration(activity.timerS)}
          {distance}
        </span>
      </p>
    </li>
  );
}

type ChoiceProps = Pick<Props, "view" | "candidates" | "units">;

function NothingChosen({ view, candidates, units }: ChoiceProps) {
  if (candidates.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<Icon of={GitCompareArrows} />}
          title="Nothing to compare it with yet"
          action={
            <LinkButton href={`/activities/${view.a}` as Route}>Back to the activity</LinkButton>
          }
        >
          There is no other activity of this sport within a year of it.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card aria-label="Suggestions">
      <h2 className="heading-quiet">Suggestions, best first</h2>
      <ul className="mt-2">
        {candidates.map((one) => (
          <li key={one.id} className="border-t border-line first:border-t-0">
            <Link
              href={compareHref(view, { b: one.id })}
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 rounded-control py-2 hover:bg-sunken/60"
            >
              <span className="font-medium">{one.title}</span>
              <span className="text-sm text-faint tabular-nums">
                {formatDay(one.day, "compact")}, {formatDuration(one.timerS)}
                {one.distanceM ? `, ${formatDistance(one.distanceM, units)}` : ""}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
