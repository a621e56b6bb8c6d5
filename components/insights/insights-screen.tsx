import { Lightbulb } from "lucide";
import type { Route } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { Insight } from "@/db/queries/insights-on";
import { formatDay } from "@/lib/dates/format-day";
import type { UnitSystem } from "@/lib/units/unit-system";
import { EvaluateForm } from "./evaluate-form";
import { InsightCard } from "./insight-card";
import type { InsightsView } from "./insights-view";

/** What has to be known before most rules can speak. */
const LEARNING_NIGHTS = 28;
const LEARNING_DAYS = 35;

export type Known = {
  /** Nights with anything measured, and days of training history, so far. */
  readonly nights: number;
  readonly days: number;
};

type InsightsScreenProps = {
  readonly insights: readonly Insight[];
  readonly known: Known;
  readonly view: InsightsView;
  readonly timeZone: string;
  readonly units: UnitSystem;
};

/** What stands out, why, and what to do about it: each with its evidence. */
export function InsightsScreen({ insights, known, view, timeZone, units }: InsightsScreenProps) {
  const first = insights[0];
  const isEmpty = known.nights === 0 && known.days === 0;
  return (
    <>
      <PageHeader
        title="Insights"
        description={first ? describeDays(first) : "What stands out in your own numbers"}
        actions={isEmpty ? undefined : <EvaluateForm />}
      />
      {isEmpty ? (
        <NoData />
      ) : first ? (
        <>
          <div className="grid items-stretch gap-3 md:gap-[18px] xl:grid-cols-2">
            {insights.map((insight) => (
              <InsightCard
                key={insight.id}
                insight={insight}
                isTableShown={view.table === insight.detector}
                timeZone={timeZone}
                units={units}
              />
            ))}
          </div>
          <LearningNote known={known} />
        </>
      ) : (
        <NothingTold known={known} />
      )}
    </>
  );
}

function describeDays({ kind, fromDay, toDay }: Insight): string {
  const days = `${formatDay(fromDay, "short")} to ${formatDay(toDay, "short")}`;
  return kind === "weekly" ? `Your week, ${days}` : `What stands out, ${days}`;
}

function NothingTold({ known }: { known: Known }) {
  const isLearning = known.nights < LEARNING_NIGHTS && known.days < LEARNING_DAYS;
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={Lightbulb} />}
        title={isLearning ? "Still learning what is normal for you" : "Nothing told yet"}
      >
        {isLearning
          ? `Insights compare you with yourself. So far ${known.nights} of ${LEARNING_NIGHTS} nights and ${known.days} of ${LEARNING_DAYS} days of training are known.`
          : "Insights are written on Monday at two in the morning, your time. You can also look now."}
      </EmptyState>
    </Card>
  );
}

function LearningNote({ known }: { known: Known }) {
  if (known.nights >= LEARNING_NIGHTS && known.days >= LEARNING_DAYS) return null;
  return (
    <p className="mt-4 text-sm text-muted">
      Some rules are still learning: {Math.min(known.nights, LEARNING_NIGHTS)} of {LEARNING_NIGHTS}{" "}
      nights and {Math.min(known.days, LEARNING_DAYS)} of {LEARNING_DAYS} days of training are
      known.
    </p>
  );
}

function NoData() {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={Lightbulb} />}
        title="No insights yet"
        action={
          <LinkButton href={"/import" as Route} variant="primary">
            Import training and nights
          </LinkButton>
        }
      >
        They compare you with yourself, so they need some weeks of your training or your nights
        first.
      </EmptyState>
    </Card>
  );
}
