import { MethodLink } from "@/components/methods/method-link";
import { DECISION_TEXT, decisionWord } from "@/components/today/decision-word";
import { Card } from "@/components/ui/card";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import type { ReadinessDecision } from "@/lib/training/recovery/recovery-types";
import { cn } from "@/lib/utils";
import { ladderRungs } from "./ladder-rungs";
import { ReceiptRung } from "./receipt-rung";

type Props = { decision: ReadinessDecision; readiness: ReadinessInput };

/** The rules as a tree: a trunk from the most careful down, a branch from each to its answer. */
export function ReceiptLadder({ decision, readiness }: Props) {
  const rungs = ladderRungs(decision, readiness);
  return (
    <Card aria-labelledby="receipt-ladder">
      <h2 id="receipt-ladder" className="heading-quiet">
        <MethodLink to="readiness-decision">The path to the decision</MethodLink>
      </h2>
      <p className="mt-0.5 mb-3 text-sm text-muted">
        Rules are tried from the most careful down; the first that applies decides.
      </p>
      <ol className="flex flex-col">
        {rungs.map((rung, at) => (
          <ReceiptRung
            key={rung.rule}
            rung={rung}
            signals={decision.signals}
            isLast={at === rungs.length - 1}
          />
        ))}
      </ol>
      <p className="mt-3 border-t border-line pt-3">
        <span className={cn("text-lg font-semibold", DECISION_TEXT[decision.decision])}>
          {decisionWord(decision.decision)}
        </span>
        <span className="ml-2 text-sm text-muted">{MODIFICATION[decision.modification]}</span>
      </p>
    </Card>
  );
}

const MODIFICATION: Readonly<Record<ReadinessDecision["modification"], string>> = {
  none: "nothing is cut",
  volume: "volume is cut",
  intensity: "intensity is cut",
  both: "volume and intensity are cut",
};
