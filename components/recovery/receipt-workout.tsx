import type { ReactNode } from "react";
import { MethodLink } from "@/components/methods/method-link";
import { askedAgainText } from "@/components/today/asked-again-text";
import { prepareWorkout } from "@/components/today/prepare-workout";
import { Card } from "@/components/ui/card";
import type { Receipt } from "@/db/queries/recovery-history";
import { prepareReceiptWorkout } from "./prepare-receipt-workout";
import { workoutText } from "./workout-text";

/** The workout's part of a receipt: why, the path to it, its limits, and what it was made from. */
export function ReceiptWorkout({ receipt }: { receipt: Receipt }) {
  const { recommendation, chosen, units } = receipt;
  const { workout, original, rationale, formula } = recommendation;
  const askedAgain = receipt.revisions.map(askedAgainText).findLast((text) => text !== null);
  const { note, steps, rules, templates, limits, inputs } = prepareReceiptWorkout(receipt);
  return (
    <Card aria-labelledby="receipt-workout">
      <h2 id="receipt-workout" className="heading-quiet">
        <MethodLink to="recommend-workout">The workout</MethodLink>
      </h2>
      <p className="mt-1 font-medium">{workoutText(workout, units)}</p>
      {workout && <p className="text-sm">{prepareWorkout(workout, units).line}</p>}
      {original && <p className="text-sm text-muted">Instead of: {workoutText(original, units)}</p>}
      {chosen && <p className="text-sm text-muted">You took: {workoutText(chosen, units)}</p>}
      {askedAgain && <p className="text-sm text-muted">{askedAgain}.</p>}
      <ul className="mt-2 flex flex-col gap-1 text-sm text-muted">
        {rationale.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {note && <p className="mt-3 border-t border-line pt-3 text-sm">{note}</p>}
      {steps.length > 0 && (
        <ol
          aria-label="How it was chosen"
          className="mt-3 flex flex-col gap-2 border-t border-line pt-3 text-sm"
        >
          {steps.map(({ name, text }) => (
            <li key={name} className="grid grid-cols-[5.5rem_1fr] gap-x-3">
              <span className="text-muted">{name}</span>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      )}
      <div className="mt-3 flex flex-col border-t border-line pt-1">
        {limits.length > 0 && (
          <Fold title={limitsTitle(limits.filter(({ isKept }) => !isKept).length, limits.length)}>
            {limits.map(({ rule, name, allowed, asked, isKept }) => (
              <Row
                key={`${rule} ${name}`}
                name={name}
                value={asked}
                under={`${isKept ? "Kept" : "Broken"}: ${allowed} (${rule})`}
              />
            ))}
          </Fold>
        )}
        {rules.length > 0 && (
          <Fold title={`Each rule that was asked (${rules.length})`}>
            {rules.map(({ id, asks, saw, answer }) => (
              <Row key={id} name={asks} value={answer ? "yes, decides" : "no"} under={saw} />
            ))}
          </Fold>
        )}
        {templates.length > 0 && (
          <Fold title={`Each template of its kind (${templates.length})`}>
            {templates.map(({ id, title, leftOut }) => (
              <Row key={id} name={title} value={leftOut === null ? "taken" : ""} under={leftOut} />
            ))}
          </Fold>
        )}
        {inputs.length > 0 && (
          <Fold title={`What it was made from (${inputs.length})`}>
            {inputs.map(({ name, value, source }) => (
              <Row key={name} name={name} value={value} under={source} />
            ))}
          </Fold>
        )}
      </div>
      <p className="mt-2 text-xs text-faint">By {formula}</p>
    </Card>
  );
}

function limitsTitle(broken: number, all: number): string {
  return broken === 0 ? `All ${all} hard limits are kept` : `${broken} of ${all} limits are broken`;
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-b border-line text-sm last:border-b-0">
      <summary className="cursor-pointer py-3 font-medium">{title}</summary>
      <ul className="pb-2">{children}</ul>
    </details>
  );
}

type RowProps = { name: string; value: string; under: string | null };

function Row({ name, value, under }: RowProps) {
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <div className="flex items-baseline justify-between gap-3">
        <span>{name}</span>
        <span className="text-right">{value}</span>
      </div>
      {under && <p className="text-faint">{under}</p>}
    </li>
  );
}
