import { ChartNoAxesColumnIncreasing } from "lucide";
import type { Route } from "next";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { ChartChoices } from "@/components/charts/chart-choices";
import { ChartFigure } from "@/components/charts/chart-figure";
import { PlotFigure } from "@/components/charts/plot-figure";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { SportMonotony } from "@/db/queries/sport-monotony";
import type { TrainingTotal } from "@/db/queries/training-totals";
import type { LocalDate } from "@/lib/dates/local-date";
import { methodHref } from "@/lib/methods/method-href";
import { SPORTS } from "@/lib/training/activity/sports";
import type { UnitSystem } from "@/lib/units/unit-system";
import { FitnessTabs } from "./fitness-tabs";
import { IntensityCard } from "./intensity-card";
import { MonotonyCard } from "./monotony-card";
import { type PeriodRows, prepareTotals } from "./prepare-totals";
import { TotalsTable } from "./totals-table";
import {
  periodStarts,
  TOTALS_BY,
  TOTALS_MEASURES,
  type TotalsView,
  totalsHref,
  totalsStretch,
} from "./totals-view";

type Props = {
  /** Of all sports. */
  totals: readonly TrainingTotal[];
  monotony: readonly SportMonotony[];
  /** The days on which the weeks of `monotony` end, oldest first. */
  weekEnds: readonly LocalDate[];
  view: TotalsView;
  today: LocalDate;
  units: UnitSystem;
  /** Whether there is something before the stretch that is shown; asked for when that is empty. */
  hasOlder: boolean;
};

/** What did it add up to? Time, distance, ascent, load by week, month and year, and how hard it was. */
export function TotalsScreen(props: Props) {
  const { totals, view } = props;
  const known = SPORTS.filter((sport) => totals.some((row) => row.sport === sport));
  return (
    <>
      <PageHeader title="Totals" description="What you did, added up" />
      <FitnessTabs current="totals" />
      {totals.length === 0 ? (
        <NoTotals view={view} hasOlder={props.hasOlder} />
      ) : (
        <>
          <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
            <ChartChoices
              label="Period"
              choices={TOTALS_BY.map(({ key, label }) => ({
                label,
                href: totalsHref(view, { by: key }),
                isCurrent: key === view.by,
              }))}
            />
            {known.length < 2 && view.sport === "all" ? null : (
              <ChartChoices
                label="Sport"
                choices={(["all", ...known] as const).map((sport) => ({
                  label: sport === "all" ? "All sports" : SPORT_LOOKS[sport].label,
                  href: totalsHref(view, { sport }),
                  isCurrent: sport === view.sport,
                }))}
              />
            )}
          </div>
          <Sections {...props} />
        </>
      )}
    </>
  );
}

function Sections({ totals, monotony, weekEnds, view, today, units }: Props) {
  const shown = totals.filter((row) => view.sport === "all" || row.sport === view.sport);
  const periods = inPeriods(shown, totals[0]?.from ?? today, today, view);
  const { finding, model } = prepareTotals(periods, { by: view.by, show: view.show, units });
  const isTableShown = view.table === "totals";
  const figure = {
    id: "totals",
    title: TOTALS_MEASURES.find(({ key }) => key === view.show)?.label ?? "",
    finding,
    controls: <MeasureChoices view={view} />,
    methodHref: methodHref("totals"),
  };
  return (
    <div className="grid gap-3 md:gap-[18px] xl:grid-cols-2">
      <Card className="xl:col-span-2">
        {model === null ? (
          <ChartFigure {...figure} />
        ) : (
          <PlotFigure
            {...figure}
            model={model}
            isTableShown={isTableShown}
            tableHref={totalsHref(view, { table: isTableShown ? null : "totals" })}
          />
        )}
      </Card>
      <TotalsTable periods={periods} by={view.by} units={units} className="xl:col-span-2" />
      <IntensityCard periods={periods} view={view} />
      <MonotonyCard weeks={monotony} weekEnds={weekEnds} sport={view.sport} today={today} />
    </div>
  );
}

function inPeriods(
  rows: readonly TrainingTotal[],
  from: LocalDate,
  today: LocalDate,
  { by }: TotalsView,
): PeriodRows[] {
  return periodStarts(by, from, today).map((start) => ({
    from: start,
    rows: rows.filter((row) => row.from === start),
  }));
}

function MeasureChoices({ view }: { view: TotalsView }) {
  return (
    <ChartChoices
      label="Measure"
      choices={TOTALS_MEASURES.map(({ key, label }) => ({
        label,
        href: totalsHref(view, { show: key }),
        isCurrent: key === view.show,
      }))}
    />
  );
}

function NoTotals({ view, hasOlder }: Pick<Props, "view" | "hasOlder">) {
  if (hasOlder && view.by !== "year") {
    return (
      <Card className="mx-auto w-full max-w-xl">
        <EmptyState
          icon={<Icon of={ChartNoAxesColumnIncreasing} />}
          title={`Nothing in ${totalsStretch(view.by)}`}
          action={
            <LinkButton href={totalsHref(view, { by: "year" })} variant="primary">
              Show all years
            </LinkButton>
          }
        >
          What you did before stands among the years.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={ChartNoAxesColumnIncreasing} />}
        title="Nothing to add up yet"
        action={
          <LinkButton href={"/import" as Route} variant="primary">
            Import activities
          </LinkButton>
        }
      >
        Totals are made of your activities, from the first one on.
      </EmptyState>
    </Card>
  );
}
