import { Dumbbell } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { exerciseName } from "@/components/activity/exercise-name";
import { ChartChoices } from "@/components/charts/chart-choices";
import { PlotFigure } from "@/components/charts/plot-figure";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { LocalDate } from "@/lib/dates/local-date";
import { methodHref } from "@/lib/methods/method-href";
import type { ExerciseHistory } from "@/lib/training/strength/exercise-history";
import type { UnitSystem } from "@/lib/units/unit-system";
import { FitnessTabs } from "./fitness-tabs";
import { prepareStrength } from "./prepare-strength";
import { StrengthSessions } from "./strength-sessions";
import { exerciseShown, type StrengthView, strengthHref } from "./strength-view";

type Props = {
  /** The exercise with the most sessions first. */
  history: readonly ExerciseHistory[];
  view: StrengthView;
  today: LocalDate;
  firstWeekday: number;
  units: UnitSystem;
};

/** Am I getting stronger? Every exercise with its sets, weights, volume and estimated maximum. */
export function StrengthScreen(props: Props) {
  const shown = exerciseShown(props.history, props.view);
  return (
    <>
      <PageHeader title="Strength" description="Your exercises, session by session" />
      <FitnessTabs current="strength" />
      {shown === null ? <NoSets /> : <Exercise {...props} shown={shown} />}
    </>
  );
}

function Exercise({ history, view, shown, ...wanted }: Props & { shown: ExerciseHistory }) {
  const name = exerciseName(shown.exercise);
  const { finding, model } = prepareStrength(shown, wanted);
  return (
    <div className="flex flex-col gap-3 md:gap-[18px]">
      <ChartChoices
        label="Exercise"
        choices={history.map(({ exercise }) => ({
          label: exerciseName(exercise),
          href: strengthHref(exercise),
          isCurrent: exercise === shown.exercise,
        }))}
      />
      <Card>
        {model === null ? (
          <>
            <h2 className="heading-quiet">{name}</h2>
            <p className="mt-1 text-sm text-muted">{finding}</p>
          </>
        ) : (
          <PlotFigure
            id="strength"
            title={`${name}: estimated maximum and volume by week`}
            finding={finding}
            model={model}
            methodHref={methodHref("one-repetition-maximum")}
            isTableShown={view.isTableShown}
            tableHref={strengthHref(shown.exercise, !view.isTableShown)}
          />
        )}
      </Card>
      <StrengthSessions name={name} sessions={shown.sessions} units={wanted.units} />
    </div>
  );
}

function NoSets() {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={Dumbbell} />}
        title="No sets yet"
        action={
          <LinkButton href={"/import" as Route} variant="primary">
            Import activities
          </LinkButton>
        }
      >
        Sets come with the FIT file of a watch that counted them in a strength session; GPX and TCX
        files have none. Your strength sessions themselves stand among the{" "}
        <Link href={"/activities" as Route} className="text-accent underline">
          activities
        </Link>
        .
      </EmptyState>
    </Card>
  );
}
