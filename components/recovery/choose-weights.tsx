"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { saveProblem } from "@/components/ui/save-problem";
import { chooseWeights } from "@/lib/actions/track-record";

type ChooseWeightsProps = { readonly choice: "own" | "default"; readonly label: string };

/** Takes the proposed weights, or gives them back; nothing changes by itself. */
export function ChooseWeights({ choice, label }: ChooseWeightsProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function choose() {
    startTransition(async () => {
      setProblem(saveProblem(await chooseWeights({ choice }).catch(() => undefined)));
    });
  }

  return (
    <>
      <Button
        size="sm"
        variant={choice === "own" ? "primary" : "secondary"}
        disabled={isPending}
        onClick={choose}
      >
        {label}
      </Button>
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </>
  );
}
