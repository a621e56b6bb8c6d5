import type { Route } from "next";
import type { TodayMorning } from "@/db/queries/today";
import type { LocalDate } from "@/lib/dates/local-date";
import { decisionCounterfactual } from "@/lib/training/recovery/decision-counterfactual";
import type { UnitSystem } from "@/lib/units/unit-system";
import { type DoneActivity, DoneCard } from "./done-card";
import { prepareVerdict } from "./prepare-verdict";
import { prepareRecommendation } from "./prepare-workout";
import { VerdictCard } from "./verdict-card";
import { WorkoutCard } from "./workout-card";
import { WorkoutResponse } from "./workout-response";

type MorningCardsProps = {
  readonly morning: TodayMorning;
  readonly hasCheckIn: boolean;
  readonly doneToday: readonly DoneActivity[];
  readonly units: UnitSystem;
  readonly day: LocalDate;
};

/** Am I all right, and what do I do? After training the result stands where the workout stood. */
export function MorningCards(props: MorningCardsProps) {
  const { morning, hasCheckIn, doneToday, units, day } = props;
  const recommendation = prepareRecommendation(morning.recommendation, units);
  return (
    <>
      <VerdictCard
        verdict={prepareVerdict(morning.recovery, morning.decision, hasCheckIn)}
        counterfactual={decisionCounterfactual(morning.readiness)}
        receipt={`/today/receipt?day=${day}` as Route}
      />
      {doneToday.length > 0 ? (
        <DoneCard
          activities={doneToday}
          recommendedLoad={morning.recommendation.workout?.load ?? null}
          units={units}
        />
      ) : (
        <WorkoutCard
          recommendation={recommendation}
          actions={
            <WorkoutResponse
              day={day}
              current={morning.response}
              keep={recommendation.keep}
              isRest={recommendation.workout === null}
            />
          }
        />
      )}
    </>
  );
}
