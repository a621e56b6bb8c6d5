import { HeartPulse } from "lucide";
import type { Route } from "next";
import { ChartChoices } from "@/components/charts/chart-choices";
import { PlotFigure } from "@/components/charts/plot-figure";
import { PageHeader } from "@/components/shell/page-header";
import { CheckInFirst } from "@/components/today/check-in-first";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { RecoveryHistory } from "@/db/queries/recovery-history";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";
import type { MethodSlug } from "@/lib/methods/method-catalogue";
import { methodHref } from "@/lib/methods/method-href";
import { LatestMornings } from "./latest-mornings";
import {
  HRV,
  prepareMeasure,
  RESPIRATION,
  RESTING_HR,
  type RecoveryFigure,
  STRESS,
} from "./prepare-recovery";
import { prepareScores } from "./prepare-scores";
import { prepareSleep } from "./prepare-sleep";
import { RecoveryTabs } from "./recovery-tabs";
import { RECOVERY_RANGES, type RecoveryView, recoveryHref } from "./recovery-view";

type RecoveryScreenProps = {
  readonly history: RecoveryHistory;
  /** Whether today is left out, because its check-in has not been given yet. */
  readonly isVeiled: boolean;
  readonly view: RecoveryView;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Days read before `from`. */
  readonly lead: number;
  readonly timeZone: string;
};

/** Am I recovering? The score's history and the nights behind it, each in its own normal. */
export function RecoveryScreen(props: RecoveryScreenProps) {
  const { history, isVeiled, view } = props;
  const isEmpty = history.nights.length === 0 && history.mornings.length === 0;
  return (
    <>
      <PageHeader
        title="Recovery"
        description="Your nights against your own normal"
        actions={<RangeChoices view={view} />}
      />
      <RecoveryTabs current="nights" />
      {isVeiled && <CheckInFirst />}
      {!isEmpty && <RecoveryFigures {...props} />}
      {isEmpty && !isVeiled && <NoNights />}
    </>
  );
}

function RecoveryFigures(props: RecoveryScreenProps) {
  const { history, isVeiled, view, from, to, lead, timeZone } = props;
  const days = eachDay(from, to);
  const byDay = new Map(history.nights.map((night) => [night.day, night]));
  const nights = eachDay(addDays(from, -lead), to).map((day) => byDay.get(day) ?? null);
  const period = { days, lead };
  const pick = (read: (night: NonNullable<(typeof nights)[number]>) => number | null) =>
    nights.map((night) => (night === null ? null : read(night)));
  return (
    <div className="grid gap-3 md:gap-[18px] xl:grid-cols-2">
      <Card className="xl:col-span-2">
        <Figure figure={prepareScores(history.mornings, days)} view={view} />
        <LatestMornings mornings={history.mornings} />
      </Card>
      <Card className="xl:col-span-2">
        <Figure
          figure={prepareMeasure(
            HRV,
            pick((night) => night.hrvRmssdMs),
            period,
          )}
          view={view}
        />
      </Card>
      {[
        prepareMeasure(
          RESTING_HR,
          pick((night) => night.restingHrBpm),
          period,
        ),
        prepareSleep(nights, period, timeZone, isVeiled ? "the night before last" : "last night"),
        prepareMeasure(
          STRESS,
          pick((night) => night.stressAvg),
          period,
        ),
        prepareMeasure(
          RESPIRATION,
          pick((night) => night.respirationBrpm),
          period,
        ),
      ].map((figure) => (
        // A sentence that nothing is known needs no room for a chart.
        <Card key={figure.id} className={figure.model === null ? "self-start" : ""}>
          <Figure figure={figure} view={view} />
        </Card>
      ))}
    </div>
  );
}

/** What explains a figure, by its id; the others show one's own range of a nightly value. */
const METHODS: Readonly<Record<string, MethodSlug>> = {
  score: "recovery-score",
  hrv: "hrv-normal-range",
  sleep: "sleep-score",
};

function Figure({ figure, view }: { figure: RecoveryFigure; view: RecoveryView }) {
  if (figure.model === null) {
    return (
      <>
        <h2 className="heading-quiet">{figure.title}</h2>
        <p className="mt-1 text-sm text-muted">{figure.finding}</p>
      </>
    );
  }
  const isTableShown = view.table === figure.id;
  return (
    <PlotFigure
      id={figure.id}
      title={figure.title}
      finding={figure.finding}
      model={figure.model}
      methodHref={methodHref(METHODS[figure.id] ?? "own-normal-range")}
      isTableShown={isTableShown}
      tableHref={recoveryHref(view, { table: isTableShown ? null : figure.id })}
    />
  );
}

function RangeChoices({ view }: { view: RecoveryView }) {
  return (
    <ChartChoices
      label="Period"
      choices={RECOVERY_RANGES.map((range) => ({
        label: range.label,
        href: recoveryHref(view, { range }),
        isCurrent: range.key === view.range.key,
      }))}
    />
  );
}

function NoNights() {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={HeartPulse} />}
        title="No nights yet"
        action={
          <LinkButton href={"/import" as Route} variant="primary">
            Import nights
          </LinkButton>
        }
      >
        HRV, resting heart rate, sleep and stress come with the days of a Garmin export. Three
        nights make the first score, fourteen your own normal range.
      </EmptyState>
    </Card>
  );
}
