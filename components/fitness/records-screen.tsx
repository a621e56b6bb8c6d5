import { Trophy } from "lucide";
import type { Route } from "next";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { ChartChoices } from "@/components/charts/chart-choices";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { Sport } from "@/lib/training/activity/sports";
import { FitnessTabs } from "./fitness-tabs";
import { RaceOutlookCard } from "./race-outlook-card";
import { type RecordRow, RecordsCard } from "./records-card";
import { recordsHref } from "./records-view";

type Props = {
  readonly sports: readonly Sport[];
  /** Null without any record. */
  readonly sport: Sport | null;
  readonly byDistance: readonly RecordRow[];
  readonly byTime: readonly RecordRow[];
  /** What the records by time are: "Power", "Pace"; null where the sport has none. */
  readonly timeLabel: string | null;
  /** Only for runners. */
  readonly outlook: Parameters<typeof RaceOutlookCard>[0]["outlook"] | null;
};

/** What was my best, and what does it promise? */
export function RecordsScreen(props: Props) {
  const { sports, sport, byDistance, byTime, timeLabel, outlook } = props;
  const hasDistances = sport === "running" || sport === "swimming";
  return (
    <>
      <PageHeader
        title="Records"
        description="Your records, and what they promise"
        actions={
          sports.length < 2 ? null : (
            <ChartChoices
              label="Sport"
              choices={sports.map((one) => ({
                label: SPORT_LOOKS[one].label,
                href: recordsHref(one),
                isCurrent: one === sport,
              }))}
            />
          )
        }
      />
      <FitnessTabs current="records" />
      {sport === null ? (
        <NoRecords />
      ) : (
        <div className="grid items-start gap-3 md:gap-[18px] xl:grid-cols-2">
          {/* Two stacks beside each other, so that neither waits for the other's height. */}
          {hasDistances ? (
            <RecordsCard
              id="by-distance"
              title="Fastest by distance"
              method="best-efforts"
              caption="The three fastest efforts over each distance"
              noun="Distance"
              rows={byDistance}
              reason="No activity of this sport has recorded enough distance yet."
            />
          ) : null}
          <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
            {outlook === null ? null : <RaceOutlookCard outlook={outlook} />}
            {timeLabel === null ? null : (
              <RecordsCard
                id="by-time"
                title={`${timeLabel}, best by time`}
                method="mean-maximal-curve"
                caption="The three best means over each length of time"
                noun="Over"
                rows={byTime}
                reason="No activity of this sport was long enough."
              />
            )}
          </div>
        </div>
      )}
    </>
  );
}

function NoRecords() {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={Trophy} />}
        title="No records yet"
        action={
          <LinkButton href={"/import" as Route} variant="primary">
            Import activities
          </LinkButton>
        }
      >
        They come from activities with power, speed or distance. Import some and they appear.
      </EmptyState>
    </Card>
  );
}
