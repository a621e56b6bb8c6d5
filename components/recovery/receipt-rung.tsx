import { Check } from "lucide";
import { decisionWord } from "@/components/today/decision-word";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type { ReadinessSignal } from "@/lib/training/recovery/recovery-types";
import { cn } from "@/lib/utils";
import type { DrawnRung } from "./ladder-rungs";
import { rungFacts } from "./rung-facts";

type Props = { rung: DrawnRung; signals: readonly ReadinessSignal[]; isLast: boolean };

/** A rule: its place on the trunk, what it asks, what it saw, and the branch to its answer. */
export function ReceiptRung({ rung, signals, isLast }: Props) {
  const isLit = rung.reached === "decided";
  const isOff = rung.reached === "not_reached";
  const facts = rungFacts(rung, signals);
  return (
    <li className="relative flex gap-3 pb-4 last:pb-0">
      {!isLast && (
        <span
          aria-hidden="true"
          className={cn(
            "absolute top-5 bottom-0 left-[9px] -ml-px",
            rung.reached === "passed"
              ? "border-l-2 border-accent"
              : "border-l-2 border-dotted border-line",
          )}
        />
      )}
      <span
        aria-hidden="true"
        className={cn(
          "mt-px grid size-[19px] shrink-0 place-items-center rounded-full border-2 bg-surface",
          isLit ? "border-accent bg-accent text-on-accent" : "border-line",
          rung.reached === "passed" && "border-accent",
        )}
      >
        {isLit && <Icon of={Check} className="size-3" />}
      </span>
      <div className="min-w-0 text-sm">
        <p className={cn(isLit ? "font-medium" : "text-muted")}>{capital(rung.condition)}</p>
        {facts && <p className={isLit ? "" : "text-muted"}>{facts}</p>}
        <p className="text-xs text-faint">
          {rung.rule}, {stateOf(rung)}
        </p>
      </div>
      {rung.decision && (
        <>
          <span
            aria-hidden="true"
            className={cn(
              "mt-[9px] h-0 min-w-3 flex-1 border-t-2",
              isLit ? "border-accent" : "border-dotted border-line",
            )}
          />
          <Chip tone={isLit ? TONE[rung.decision] : "neutral"} className="h-fit shrink-0">
            <span className="sr-only">{isLit ? "leads to " : "would lead to "}</span>
            <span className={isOff ? "text-faint" : ""}>{decisionWord(rung.decision)}</span>
          </Chip>
        </>
      )}
    </li>
  );
}

const TONE = { go: "go", ease: "ease", rest: "rest" } as const;

function stateOf({ reached, matched, rule }: DrawnRung): string {
  if (reached === "decided") return "applies";
  if (reached === "passed") return matched ? "applied, made more careful below" : "does not apply";
  return matched && rule !== LAST_RULE ? "would have applied as well" : "not reached";
}

/** It always applies: nothing is said by that. */
const LAST_RULE = "P3-go";

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
