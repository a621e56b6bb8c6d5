import dynamic from "next/dynamic";
import type { LocalDate } from "@/lib/dates/local-date";
import type { UnitSystem } from "@/lib/units/unit-system";
import type { AnswerView } from "./prepare-today";
import { VerdictCard } from "./verdict-card";
import { WorkoutCard } from "./workout-card";
import { WorkoutResponse } from "./workout-response";

const DoneCard = dynamic(() => import("./done-card").then((file) => file.DoneCard));

type MorningCardsProps = {
  readonly answer: AnswerView;
  readonly day: LocalDate;
  readonly units: UnitSystem;
};

/** Am I all right, and what do I do? After training the result stands where the workout stood. */
export function MorningCards({ answer, day, units }: MorningCardsProps) {
  const { recommendation, doneToday } = answer;
  return (
    <>
      <VerdictCard
        verdict={answer.verdict}
        counterfactual={answer.counterfactual}
        receipt={answer.receipt}
      />
      {doneToday.length > 0 ? (
        <DoneCard
          activities={doneToday}
          plannedLoad={answer.plannedLoad}
          isChosen={answer.response === "swapped" || answer.response === "kept"}
          units={units}
        />
      ) : (
        <WorkoutCard
          recommendation={recommendation}
          actions={
            <WorkoutResponse
              day={day}
              current={answer.response}
              keep={recommendation.keep}
              isRest={answer.isRest}
              choices={answer.choices}
            />
          }
        />
      )}
    </>
  );
}
