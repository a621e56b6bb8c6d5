import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { decisionFlips } from "@/lib/training/recovery/decision-counterfactual";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import { SIGNAL_NAMES } from "./rung-facts";

/** What each signal alone could have done, the smallest change first; then those that could not. */
export function ReceiptFlips({ readiness }: { readiness: ReadinessInput }) {
  const flips = decisionFlips(readiness);
  const could = flips.flatMap(({ flip }) => (flip === null ? [] : [flip]));
  const couldNot = flips.filter(({ flip }) => flip === null).map(({ signal }) => signal);
  return (
    <Card aria-labelledby="receipt-change">
      <h2 id="receipt-change" className="heading-quiet">
        <MethodLink to="decision-counterfactual">What would have changed it</MethodLink>
      </h2>
      {could.length > 0 ? (
        <ul className="mt-1">
          {could.map(({ signal, text }) => (
            <li key={signal} className="border-t border-line py-2 first:border-t-0">
              {text}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-1">No single signal would have.</p>
      )}
      {could.length > 0 && couldNot.length > 0 && (
        <p className="mt-1 text-sm text-muted">
          Not one of these alone, whatever its value:{" "}
          {couldNot.map((signal) => SIGNAL_NAMES[signal]).join(", ")}.
        </p>
      )}
    </Card>
  );
}
