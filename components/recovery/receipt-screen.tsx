import type { Route } from "next";
import Link from "next/link";
import { MethodLink } from "@/components/methods/method-link";
import { PageHeader } from "@/components/shell/page-header";
import { decisionWord } from "@/components/today/decision-word";
import { prepareWorkout } from "@/components/today/prepare-workout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Receipt } from "@/db/queries/recovery-history";
import type { WellnessChoice } from "@/db/queries/wellness-choices";
import { formatClock } from "@/lib/dates/format-clock";
import { formatDay } from "@/lib/dates/format-day";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { methodOfFormula } from "@/lib/methods/find-method";
import type { Recommendation, RecommendedWorkout } from "@/lib/training/plan/workout-types";
import { decisionCounterfactual } from "@/lib/training/recovery/decision-counterfactual";
import type { UnitSystem } from "@/lib/units/unit-system";
import { ReceiptLadder } from "./receipt-ladder";
import { ReceiptScore } from "./receipt-score";
import { ReceiptSignals } from "./receipt-signals";
import { ReceiptSources } from "./receipt-sources";

type ReceiptScreenProps = {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly receipt: Receipt | null;
  /** Values of the night for which there was a choice. */
  readonly choices: readonly WellnessChoice[];
  readonly timeZone: string;
};

/** The receipt of one morning: inputs, thresholds, the rules' path, weights, versions. */
export function ReceiptScreen(props: ReceiptScreenProps) {
  const { day, today, receipt, choices, timeZone } = props;
  const counterfactual = receipt && decisionCounterfactual(receipt.readiness);
  return (
    <>
      <PageHeader
        breadcrumb={
          <Link href={"/recovery" as Route} className="hover:text-ink hover:underline">
            Recovery
          </Link>
        }
        title={
          receipt
            ? `Why ${decisionWord(receipt.decision.decision).toLowerCase()}, ${formatDay(day, "full")}`
            : formatDay(day, "full")
        }
        description={receipt && `Worked out at ${formatClock(receipt.computedAt, timeZone)}`}
        actions={<DayLinks day={day} today={today} />}
      />
      {receipt ? (
        <div className="grid items-start gap-3 md:gap-[18px] lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
            <ReceiptLadder decision={receipt.decision} />
            {counterfactual && (
              <Card aria-labelledby="receipt-change">
                <h2 id="receipt-change" className="heading-quiet">
                  <MethodLink to="decision-counterfactual">What would have changed it</MethodLink>
                </h2>
                <p className="mt-1">{counterfactual.text}</p>
              </Card>
            )}
            <WorkoutReason recommendation={receipt.recommendation} units={receipt.units} />
          </div>
          <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
            <ReceiptScore recovery={receipt.recovery} />
            <ReceiptSignals signals={receipt.decision.signals} />
            {choices.length > 0 && <ReceiptSources choices={choices} />}
            <Formulas receipt={receipt} />
          </div>
        </div>
      ) : (
        <Card className="mx-auto w-full max-w-xl">
          <EmptyState
            title="No answer was made for this day"
            action={<LinkButton href={"/today" as Route}>Go to today</LinkButton>}
          >
            Answers are made each morning from the first night on.
          </EmptyState>
        </Card>
      )}
    </>
  );
}

function DayLinks({ day, today }: { day: LocalDate; today: LocalDate }) {
  const href = (to: LocalDate) => `/today/receipt?day=${to}` as Route;
  return (
    <nav aria-label="Day" className="flex gap-2">
      <LinkButton href={href(addDays(day, -1))} size="sm" prefetch={false}>
        Day before
      </LinkButton>
      {day < today && (
        <LinkButton href={href(addDays(day, 1))} size="sm" prefetch={false}>
          Day after
        </LinkButton>
      )}
    </nav>
  );
}

function WorkoutReason(props: { recommendation: Recommendation; units: UnitSystem }) {
  const { workout, original, rationale } = props.recommendation;
  return (
    <Card aria-labelledby="receipt-workout">
      <h2 id="receipt-workout" className="heading-quiet">
        <MethodLink to="recommend-workout">The workout</MethodLink>
      </h2>
      <p className="mt-1 font-medium">{workoutText(workout, props.units)}</p>
      {original && (
        <p className="text-sm text-muted">Instead of: {workoutText(original, props.units)}</p>
      )}
      <ul className="mt-2 flex flex-col gap-1 text-sm text-muted">
        {rationale.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}

function workoutText(workout: RecommendedWorkout | null, units: UnitSystem): string {
  if (!workout) return "Rest";
  const view = prepareWorkout(workout, units);
  const duration = [view.duration.value, view.duration.unit].filter(Boolean).join(" ");
  return `${view.title}, ${duration}, ${view.load} · ${view.line}`;
}

function Formulas({ receipt }: { receipt: Receipt }) {
  const versions = [
    ["Recovery score", receipt.recovery.formula],
    ["Decision", receipt.decision.formula],
    ["Workout", receipt.recommendation.formula],
  ] as const;
  return (
    <Card aria-labelledby="receipt-formulas">
      <h2 id="receipt-formulas" className="heading-quiet mb-1">
        Formulas and versions
      </h2>
      <dl className="text-sm">
        {versions.map(([name, formula]) => {
          const method = methodOfFormula(formula);
          return (
            <div key={name} className="flex items-center justify-between gap-3 py-1">
              <dt className="text-muted">{name}</dt>
              <dd className="font-medium">
                {method ? <MethodLink to={method.slug}>{formula}</MethodLink> : formula}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
