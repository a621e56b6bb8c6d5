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
import type { FitnessOverviewPoint } from "@/db/queries/fitness-overview";
import type { FitnessSeries } from "@/db/queries/fitness-series";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import { methodHref } from "@/lib/methods/method-href";
import { SPORTS } from "@/lib/training/activity/sports";
import { AheadChoices } from "./ahead-choices";
import { dayHref } from "./day-href";
import { FitnessTabs } from "./fitness-tabs";
import { FITNESS_RANGES, type FitnessView, fitnessHref } from "./fitness-view";
import { LoadMeasureCard } from "./load-measure-card";
import { performanceFinding } from "./performance-finding";
import { aheadFinding, prepareAhead } from "./prepare-ahead";
import { prepareLoadMeasures } from "./prepare-load-measures";
import { preparePerformance } from "./prepare-performance";
import { prepareWeeks } from "./prepare-weeks";
import { type Race, raceNote } from "./race-note";
import { TimeWindow } from "./time-window";

const PERFORMANCE_SIZE = { load: 240, form: 110 };

export type FitnessScreenProps = {
  series: FitnessSeries;
  view: FitnessView;
  today: LocalDate;
  overview: readonly FitnessOverviewPoint[];
  /** Days whose morning has a receipt. */
  mornings: readonly LocalDate[];
  /** On the days shown and still to come, in order. */
  races: readonly Race[];
};

/** Where am I heading? Load, fitness, fatigue and form over time, by sport. */
export function FitnessScreen(props: FitnessScreenProps) {
  const { series, view } = props;
  const { days } = series;
  const weeks = prepareWeeks(days, series.firstWeekday, props.today);
  return (
    <>
      <PageHeader
        title="Fitness"
        description="What your training adds up to"
        actions={<SportChoices sports={series.sports} view={view} />}
      />
      <FitnessTabs current="performance" />
      {days.length === 0 ? (
        <NoFitness isOneSport={view.sport !== "all"} />
      ) : (
        <div className="flex flex-col gap-3 md:gap-[18px]">
          <PerformanceCard {...props} />
          <AsOf days={days} today={props.today} />
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

function PerformanceCard({ series, view, today, overview, mornings, races }: FitnessScreenProps) {
  const { days } = series;
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const ahead = last.day === today ? prepareAhead(days, view.ahead, races) : null;
  return (
    <Card>
      <PlotFigure
        id="performance"
        title="Load, fitness, fatigue and form"
        finding={performanceFinding(days, today)}
        model={preparePerformance(days, PERFORMANCE_SIZE, {
          ahead,
          races,
          hrefOf: dayHref(days, mornings, view.sport),
        })}
        controls={<RangeChoices view={view} />}
        methodHref={methodHref("fitness-fatigue-form")}
        {...tableProps(view, "performance")}
      />
      <TimeWindow overview={overview} view={view} from={first.day} to={last.day} today={today} />
      {ahead === null ? null : <AheadChoices view={view} />}
      <div className="mt-3 flex max-w-[90ch] flex-col gap-1 text-sm text-muted">
        {[aheadFinding(ahead, races), raceNote(races, today)].map((note) =>
          note === null ? null : <p key={note}>{note}</p>,
        )}
        <p>Click a day, or press Enter on it, to open what you did; by touch, tap its date.</p>
        <p>
          Shaded form: fresh above +5, building from −10 to −30, heavy load below. These bands are a
          convention of the field, not a finding.
        </p>
      </div>
    </Card>
  );
}

/** Says of which day the measures are, where that is not today. */
function AsOf({ days, today }: { days: FitnessSeries["days"]; today: LocalDate }) {
  const last = days.at(-1)?.day;
  if (last === undefined || last === today) return null;
  return <p className="text-sm text-muted">As of {formatDay(last, "compact")}:</p>;
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
        isCurrent: view.window === null && range.key === view.range.key,
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
