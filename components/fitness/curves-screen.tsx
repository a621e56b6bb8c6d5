import { Spline } from "lucide";
import type { Route } from "next";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { ChartChoices } from "@/components/charts/chart-choices";
import { PlotFigure } from "@/components/charts/plot-figure";
import { offeredKinds } from "@/components/curves/curve-kinds";
import { curveLook } from "@/components/curves/curve-look";
import { DurabilityCard, type ShownDurability } from "@/components/curves/durability-card";
import { type CurveLine, prepareCurves } from "@/components/curves/prepare-curves";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { CurveSport } from "@/db/queries/curve-sports";
import { methodHref } from "@/lib/methods/method-href";
import type { Sport } from "@/lib/training/activity/sports";
import { curveRetention } from "@/lib/training/capacity/curve-retention";
import type { Vo2maxEstimate } from "@/lib/training/capacity/vo2max-estimates";
import type { UnitSystem } from "@/lib/units/unit-system";
import { CriticalPowerCard, type CriticalPowerCardProps } from "./critical-power-card";
import type { SpanCurves } from "./curve-spans";
import { curvesFinding } from "./curves-finding";
import { type CurvesView, curveSportsInOrder, curvesHref, kindsOf, tableOf } from "./curves-view";
import { FitnessTabs } from "./fitness-tabs";
import { RetentionCard } from "./retention-card";
import { DURABILITY_SPAN } from "./season-durability";
import { Vo2maxCard } from "./vo2max-card";

type Props = {
  readonly known: readonly CurveSport[];
  readonly mainSport: Sport;
  readonly units: UnitSystem;
  /** Null when there is no curve at all. */
  readonly shown: { readonly view: CurvesView; readonly spans: SpanCurves } | null;
  /** Only beside the power of rides. */
  readonly criticalPower: CriticalPowerCardProps | null;
  /** Only beside the power of rides. */
  readonly durability: ShownDurability | null;
  readonly vo2max: readonly Vo2maxEstimate[];
};

/** What can I hold, and for how long? The best of every length of time, now and before. */
export function CurvesScreen(props: Props) {
  const { shown, known, mainSport, units } = props;
  const sports = curveSportsInOrder(known, mainSport);
  return (
    <>
      <PageHeader
        title="Curves"
        description="Your best over every length of time"
        actions={
          shown === null || sports.length < 2 ? null : (
            <ChartChoices
              label="Sport"
              choices={sports.map((sport) => ({
                label: SPORT_LOOKS[sport].label,
                href: curvesHref(shown.view, { sport, table: null }),
                isCurrent: sport === shown.view.sport,
              }))}
            />
          )
        }
      />
      <FitnessTabs current="curves" />
      {shown === null ? (
        <NoCurves />
      ) : (
        <div className="flex flex-col gap-3 md:gap-[18px]">
          <CurvesCard view={shown.view} spans={shown.spans} known={known} units={units} />
          {props.durability === null ? null : (
            <DurabilityCard
              shown={props.durability}
              whole={DURABILITY_SPAN}
              {...tableOf(shown.view, "durability")}
            />
          )}
          <div
            className={`grid items-start gap-3 md:gap-[18px] ${props.criticalPower === null ? "xl:grid-cols-2" : "xl:grid-cols-3"}`}
          >
            {props.criticalPower === null ? null : <CriticalPowerCard {...props.criticalPower} />}
            <RetentionCard
              look={curveLook(shown.view.kind, shown.view.sport, units)}
              kept={curveRetention(
                shown.spans.sixWeeks.envelope.bests,
                shown.spans.year.envelope.bests,
              )}
            />
            <Vo2maxCard estimates={props.vo2max} />
          </div>
        </div>
      )}
    </>
  );
}

function CurvesCard(props: {
  readonly view: CurvesView;
  readonly spans: SpanCurves;
  readonly known: readonly CurveSport[];
  readonly units: UnitSystem;
}) {
  const { view, spans, known, units } = props;
  const look = curveLook(view.kind, view.sport, units);
  const kinds = offeredKinds(kindsOf(known, view.sport));
  return (
    <Card>
      <PlotFigure
        id="curves"
        title={`${look.label}, best means`}
        finding={curvesFinding(spans, look)}
        model={prepareCurves(linesOf(spans), look)}
        controls={
          kinds.length < 2 ? null : (
            <ChartChoices
              label="Curve"
              choices={kinds.map((kind) => ({
                label: curveLook(kind, view.sport, units).label,
                href: curvesHref(view, { kind }),
                isCurrent: kind === view.kind,
              }))}
            />
          )
        }
        methodHref={methodHref("mean-maximal-curve")}
        {...tableOf(view, "curves")}
      />
      <p className="mt-3 text-sm text-muted">
        A curve shows what you did, not what you could: lengths of time that you never rode or ran
        hard are low. From {counted(spans.allTime.count)}, {spans.sixWeeks.count} of them in the
        last 42 days.
      </p>
    </Card>
  );
}

function counted(activities: number): string {
  return activities === 1 ? "one activity" : `${activities} activities`;
}

/** The longest time lowest, so that the recent curve lies on top of the others. */
function linesOf({ sixWeeks, quarter, year, allTime }: SpanCurves): CurveLine[] {
  const line = (
    { name, envelope }: SpanCurves["year"],
    kind: CurveLine["kind"],
    colour: CurveLine["colour"],
  ): CurveLine => ({ name, kind, colour, bests: envelope.bests });
  return [
    line(allTime, "dashed", "load"),
    line(year, "line", "form"),
    line(quarter, "dashed", "fatigue"),
    line(sixWeeks, "line", "fitness"),
  ];
}

function NoCurves() {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={Spline} />}
        title="No curves yet"
        action={
          <LinkButton href={"/import" as Route} variant="primary">
            Import activities
          </LinkButton>
        }
      >
        They come from activities that were recorded second by second: power, heart rate or speed.
        Import some and they appear.
      </EmptyState>
    </Card>
  );
}
