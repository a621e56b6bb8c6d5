import type { Route } from "next";
import Link from "next/link";
import { ScoreRing } from "@/components/charts/score-ring";
import { ScoreTrack } from "@/components/charts/score-track";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import type { DecisionCounterfactual } from "@/lib/training/recovery/decision-counterfactual";
import { cn } from "@/lib/utils";
import { DecisionIcon } from "./decision-icon";
import { DECISION_TEXT, decisionWord } from "./decision-word";
import type { ContributionView, VerdictView } from "./prepare-verdict";

type VerdictCardProps = {
  readonly verdict: VerdictView;
  /** What would have made it another word; null when nothing single would. */
  readonly counterfactual: DecisionCounterfactual | null;
  readonly receipt: Route;
};

/** Am I all right? One word, one number, two reasons; the contributions where there is room. */
export function VerdictCard({ verdict, counterfactual, receipt }: VerdictCardProps) {
  const word = decisionWord(verdict.decision);
  return (
    <Card aria-labelledby="verdict">
      <div className="flex items-center gap-[18px]">
        <ScoreRing
          score={verdict.score}
          band={verdict.band}
          label={
            verdict.score === null
              ? "No recovery score today"
              : `Recovery ${Math.round(verdict.score)} of 100`
          }
        />
        <div className="min-w-0">
          <h2
            id="verdict"
            className={cn(
              "flex items-center gap-2 text-2xl font-semibold tracking-[-0.02em]",
              DECISION_TEXT[verdict.decision],
            )}
          >
            <DecisionIcon decision={verdict.decision} />
            {word}
          </h2>
          <p className="mt-0.5 text-sm text-muted">{verdict.noScore ?? verdict.signals}</p>
          <ul className="mt-2 flex flex-col gap-0.5 text-sm">
            {verdict.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      </div>
      <dl className="mt-3 hidden border-t border-line pt-1.5 xl:block">
        {verdict.contributions.map((one) => (
          <Contribution key={one.component} contribution={one} />
        ))}
      </dl>
      <div className="mt-3 flex items-center justify-between gap-3 border-t border-line pt-3 text-sm xl:mt-1.5">
        <p className="text-muted">{counterfactual?.text ?? "What was weighed, and how"}</p>
        <Link
          href={receipt}
          className="-my-3 shrink-0 py-3 font-medium text-accent hover:underline"
          aria-label="Why? The receipt of this answer"
        >
          Why?
        </Link>
      </div>
    </Card>
  );
}

function Contribution({ contribution }: { contribution: ContributionView }) {
  const { name, score, tone, note } = contribution;
  return (
    <div className="grid grid-cols-[86px_minmax(0,1fr)_auto] items-center gap-x-3 py-2 text-sm">
      <dt>
        <MethodLink to="recovery-score">{name}</MethodLink>
      </dt>
      {score === null ? (
        <dd className="col-span-2 text-right text-faint">{note}</dd>
      ) : (
        <>
          <dd aria-hidden="true">
            <ScoreTrack score={score} tone={tone} />
          </dd>
          <dd className="w-16 text-right font-semibold">
            {Math.round(score)} <span className="font-normal text-faint">/ 100</span>
          </dd>
        </>
      )}
    </div>
  );
}
