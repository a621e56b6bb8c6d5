import type { ReactNode } from "react";
import { StepProfile } from "@/components/charts/step-profile";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { RecommendationView, WorkoutView } from "./prepare-workout";
import { WorkoutHead } from "./workout-head";

type WorkoutCardProps = {
  readonly recommendation: RecommendationView;
  /** Accept, keep, swap, skip. */
  readonly actions: ReactNode;
};

/** What do I do? One workout, or rest, with what is held and how it came about. */
export function WorkoutCard({ recommendation, actions }: WorkoutCardProps) {
  const { workout, chip, rationale } = recommendation;
  return (
    <Card aria-labelledby="workout">
      <div className="flex items-center justify-between gap-3">
        <h2 id="workout" className="heading-quiet">
          <MethodLink to="recommend-workout">Today’s workout</MethodLink>
        </h2>
        <Chip tone={chip.tone}>{chip.text}</Chip>
      </div>
      {workout ? (
        <WorkoutSummary workout={workout} />
      ) : (
        <p className="mt-2 text-2xl font-semibold tracking-[-0.02em]">Rest</p>
      )}
      {rationale[0] && <p className="mt-2 text-sm md:hidden">{rationale[0]}</p>}
      <div className="mt-3.5">{actions}</div>
      <div className="mt-3.5 flex flex-col gap-1 text-sm text-muted max-md:hidden">
        {rationale.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Card>
  );
}

function WorkoutSummary({ workout }: { workout: WorkoutView }) {
  const { exercises, note } = workout;
  return (
    <>
      <WorkoutHead workout={workout} />
      <div className="mt-3">
        <StepProfile steps={workout.steps} label={workout.profileLabel} />
      </div>
      {exercises.length > 0 && (
        <ul className="mt-2 grid gap-x-4 text-sm sm:max-md:grid-cols-2">
          {exercises.map((exercise) => (
            <li key={exercise}>{exercise}</li>
          ))}
        </ul>
      )}
      {note && <p className="mt-2 text-sm text-muted">{note}</p>}
    </>
  );
}
