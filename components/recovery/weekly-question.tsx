"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { saveProblem } from "@/components/ui/save-problem";
import { answerWeek } from "@/lib/actions/track-record";

const ANSWERS = ["Not at all", "Hardly", "So-so", "Ready", "Very ready"] as const;

type WeeklyQuestionProps = {
  /** "16 to 22 November". */
  readonly week: string;
  /** 1-5; null while unanswered. */
  readonly answer: number | null;
};

/** One question a week, so that the score can be held against how it felt. */
export function WeeklyQuestion({ week, answer }: WeeklyQuestionProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function choose(readiness: number) {
    startTransition(async () => {
      setProblem(saveProblem(await answerWeek({ readiness }).catch(() => undefined)));
    });
  }

  return (
    <fieldset className="mt-2">
      <legend className="text-sm">
        How ready for training did you feel in the week of {week}?
      </legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {ANSWERS.map((label, i) => (
          <Button
            key={label}
            size="sm"
            disabled={isPending}
            aria-pressed={answer === i + 1}
            variant={answer === i + 1 ? "primary" : "secondary"}
            onClick={() => choose(i + 1)}
          >
            {label}
          </Button>
        ))}
      </div>
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
