import { ChartNoAxesColumnIncreasing } from "lucide";
import type { Route } from "next";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { ChartChoices } from "@/components/charts/chart-choices";
import { PlotFigure } from "@/components/charts/plot-figure";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { FitnessSeries } from "@/db/queries/fitness-series";
import { methodHref } from "@/lib/methods/method-href";
import { SPORTS } from "@/lib/training/activity/activity-types";
import { FITNESS_RANGES, type FitnessView, fitnessHref } from "./fitness-view";
import { LoadMeasureCard } from "./load-measure-card";
import { performanceFinding } from "./performance-finding";
import { prepareLoadMeasures } from "./prepare-load-measures";
import { preparePerformance } from "./prepare-performance";
import { prepareWeeks } from "./prepare-weeks";

const PERFORMANCE_SIZE = { load: 240, form: 110 };

/** Where am I heading? Load, fitness, fatigue and form over time, by sport. */
export function FitnessScreen({ series, view }: { series: FitnessSeries; view: FitnessView }) {
  const { days } = series;
  const weeks = prepareWeeks(days, series.firstWeekday);
  return (
    <>
      <PageHeader
        title="Fitness"
        description="What your training adds up to"
        actions={<SportChoices sports={series.sports} view={view} />}
      />
      {days.length === 0 ? (
        <NoFitness isOneSport={view.sport !== "all"} />
      ) : (
        <div className="flex flex-col gap-3 md:gap-[18px]">
          <Card>
            <PlotFigure
              id="performance"
              title="Load, fitness, fatigue and form"
              finding={performanceFinding(days)}
              model={preparePerformance(days, PERFORMANCE_SIZE)}
              controls={<RangeChoices view={view} />}
              methodHref={methodHref("fitness-fatigue-form")}
              {...tableProps(view, "performance")}
            />
            <p className="mt-3 text-sm text-muted">
              Shaded form: fresh above +5, building from −10 to −30, heavy load below. These bands
              are a convention of the field, not a finding.
            </p>
          </Card>
          <ul className="grid gap-3 sm:grid-cols-2 md:gap-[18px] xl:grid-cols-4">
            {prepareLoadMeasures(days).map((measure) => (
              <LoadMeasureCard key={measure.name} measure={measure} />
            ))}
          </ul>
          <Card>
            <PlotFigure
              id="weeks"
              title="By week"
              finding={weeks.finding}
              model={weeks.model}
              methodHref={methodHref("totals")}
              {...tableProps(view, "weeks")}
            />
          </Card>
        </div>
      )}
    </>
  );
}

function tableProps(view: FitnessView, id: string) {
  const isTableShown = view.table === id;
  return { isTableShown, tableHref: fitnessHref(view, { table: isTableShown ? null : id }) };
}

function RangeChoices({ view }: { view: FitnessView }) {
  return (
    <ChartChoices
      label="Period"
      choices={FITNESS_RANGES.map((range) => ({
        label: range.label,
        href: fitnessHref(view, { range }),
        isCurrent: range.key === view.range.key,
      }))}
    />
  );
}

function SportChoices({ sports, view }: { sports: readonly string[]; view: FitnessView }) {
  if (sports.length < 2) return null;
  const known = SPORTS.filter((sport) => sports.includes(sport));
  return (
    <ChartChoices
      label="Sport"
      choices={["all", ...known].map((sport) => ({
        label: sport === "all" ? "All sports" : SPORT_LOOKS[sport as (typeof known)[number]].label,
        href: fitnessHref(view, { sport }),
        isCurrent: sport === view.sport,
      }))}
    />
  );
}

function NoFitness({ isOneSport }: { isOneSport: boolean }) {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={ChartNoAxesColumnIncreasing} />}
        title={isOneSport ? "No load in this sport and period" : "No training load yet"}
        action={
          <LinkButton href={(isOneSport ? "/fitness" : "/import") as Route} variant="primary">
            {isOneSport ? "Show all sports" : "Import activities"}
          </LinkButton>
        }
      >
        {isOneSport
          ? "Choose another sport or a longer period."
          : "Fitness is the load of your activities, averaged over 42 days. Import some and it appears."}
      </EmptyState>
    </Card>
  );
}
