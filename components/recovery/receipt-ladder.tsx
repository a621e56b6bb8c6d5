import { Check } from "lucide";
import { MethodLink } from "@/components/methods/method-link";
import { DECISION_TEXT, decisionWord } from "@/components/today/decision-word";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { ReadinessDecision } from "@/lib/training/recovery/recovery-types";
import { cn } from "@/lib/utils";

/** The rules in their order down to the one that decided; those passed by stay quiet. */
export function ReceiptLadder({ decision }: { decision: ReadinessDecision }) {
  return (
    <Card aria-labelledby="receipt-ladder">
      <h2 id="receipt-ladder" className="heading-quiet">
        <MethodLink to="readiness-decision">The path to the decision</MethodLink>
      </h2>
      <p className="mt-0.5 mb-3 text-sm text-muted">
        Rules are tried from the most careful down; the first that applies decides.
      </p>
      <ol className="flex flex-col">
        {decision.path.map((step, index) => {
          const isLast = index === decision.path.length - 1;
          return (
            <li key={step.rule} className="relative flex gap-3 pb-4 last:pb-0">
              {!isLast && (
                <span
                  aria-hidden="true"
                  className="absolute top-5 bottom-0 left-[9px] w-px bg-line"
                />
              )}
              <span
                aria-hidden="true"
                className={cn(
                  "mt-px grid size-[19px] shrink-0 place-items-center rounded-full border-2 bg-surface",
                  step.matched ? "border-accent bg-accent text-on-accent" : "border-line",
                )}
              >
                {step.matched && <Icon of={Check} className="size-3" />}
              </span>
              <div className="min-w-0 text-sm">
                <p className={step.matched ? "font-medium" : "text-muted"}>
                  {capital(step.condition)}
                </p>
                <p className="text-xs text-faint">
                  {step.rule}, {step.matched ? "applies" : "does not apply"}
                </p>
                {isLast && (
                  <p className={cn("mt-1 text-lg font-semibold", DECISION_TEXT[decision.decision])}>
                    {decisionWord(decision.decision)}
                    <span className="ml-2 text-sm font-normal text-muted">
                      {MODIFICATION[decision.modification]}
                    </span>
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

const MODIFICATION: Readonly<Record<ReadinessDecision["modification"], string>> = {
  none: "nothing is cut",
  volume: "volume is cut",
  intensity: "intensity is cut",
  both: "volume and intensity are cut",
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
