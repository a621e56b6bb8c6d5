import type { ReactNode } from "react";
import { MethodLink } from "@/components/methods/method-link";
import { decisionWord } from "@/components/today/decision-word";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { methodOfFormula } from "@/lib/methods/find-method";
import type { Replay } from "@/lib/services/replay-answer";
import type { UnitSystem } from "@/lib/units/unit-system";
import { replayFinding } from "./replay-finding";
import { workoutText } from "./workout-text";

/** The answer that was given beside the one that the rules of now give to the same inputs. */
export function ReceiptReplay({ replay, units }: { replay: Replay; units: UnitSystem }) {
  const { recovery, decision, recommendation } = replay;
  const rows = [
    rowOf("Score", recovery, ({ score }) => (score === null ? "none" : String(Math.round(score)))),
    rowOf("Decision", decision, (one) => `${decisionWord(one.decision)}, by ${one.rule}`),
    rowOf("Workout", recommendation, ({ workout }) => workoutText(workout, units)),
  ];
  const { sentence, differences } = replayFinding(replay);
  return (
    <Card aria-labelledby="receipt-replay">
      <h2 id="receipt-replay" className="heading-quiet mb-1">
        Played again with the rules of now
      </h2>
      <p className="text-sm">{sentence}</p>
      <Table caption="The answer of then and the rules of now on the same inputs" className="mt-1">
        <thead>
          <tr>
            <td />
            <th scope="col">Then</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, kept, now }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{kept}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {differences.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="min-h-6 cursor-pointer font-medium">Each difference</summary>
          <ul className="mt-1 flex flex-col gap-1 break-words text-muted">
            {differences.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

type Versioned = { readonly formula: string };

function rowOf<Answer extends Versioned>(
  name: string,
  part: { readonly kept: Answer; readonly now: Answer | null },
  inWords: (answer: Answer) => string,
) {
  const cell = (answer: Answer): ReactNode => (
    <>
      {inWords(answer)}
      <span className="block text-xs text-muted">
        <Formula id={answer.formula} />
      </span>
    </>
  );
  return { name, kept: cell(part.kept), now: part.now === null ? "cannot be run" : cell(part.now) };
}

function Formula({ id }: { id: string }) {
  const method = methodOfFormula(id);
  return method ? <MethodLink to={method.slug}>{id}</MethodLink> : id;
}
