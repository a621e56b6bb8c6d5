import { MethodLink } from "@/components/methods/method-link";
import { componentName, contributionText } from "@/components/today/prepare-verdict";
import { Card } from "@/components/ui/card";
import type { RecoveryScore } from "@/lib/training/recovery/recovery-types";

/** How the number came about: every part, its weight, and what it added. */
export function ReceiptScore({ recovery }: { recovery: RecoveryScore }) {
  const { contributions, loadFactor, score } = recovery;
  return (
    <Card aria-labelledby="receipt-score">
      <h2 id="receipt-score" className="heading-quiet mb-2">
        <MethodLink to="recovery-score">The score</MethodLink>
      </h2>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="text-left text-muted">
            <tr>
              <th scope="col" className="py-1.5 pr-3 font-medium">
                Signal
              </th>
              <th scope="col" className="py-1.5 pr-3 font-medium">
                Last night against 7-day mean
              </th>
              <th scope="col" className="py-1.5 pr-3 text-right font-medium">
                Score
              </th>
              <th scope="col" className="py-1.5 pr-3 text-right font-medium">
                Weight
              </th>
              <th scope="col" className="py-1.5 text-right font-medium">
                Adds
              </th>
            </tr>
          </thead>
          <tbody>
            {contributions.map((one) => (
              <tr key={one.component} className="border-t border-line">
                <th scope="row" className="py-2 pr-3 text-left font-medium whitespace-nowrap">
                  {componentName(one.component)}
                </th>
                <td className="py-2 pr-3 text-muted">
                  {one.score === null ? (one.reason ?? "Not measured.") : contributionText(one)}
                </td>
                <td className="py-2 pr-3 text-right">
                  {one.score === null ? "–" : Math.round(one.score)}
                </td>
                <td className="py-2 pr-3 text-right">
                  {one.score === null ? "–" : `${Math.round(one.weight * 100)} %`}
                </td>
                <td className="py-2 text-right">
                  {one.score === null ? "–" : (one.score * one.weight).toFixed(1)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t border-line">
              <th scope="row" colSpan={4} className="py-2 pr-3 text-left font-medium">
                Load adjustment
              </th>
              <td className="py-2 text-right whitespace-nowrap">× {loadFactor.toFixed(2)}</td>
            </tr>
            <tr className="border-t border-line">
              <th scope="row" colSpan={4} className="py-2 pr-3 text-left font-semibold">
                Recovery score
              </th>
              <td className="py-2 text-right text-lg font-semibold">
                {score === null ? "–" : Math.round(score)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <Missing recovery={recovery} />
    </Card>
  );
}

function Missing({ recovery }: { recovery: RecoveryScore }) {
  const sentences = recovery.reason ? [recovery.reason, ...recovery.missing] : recovery.missing;
  const coverage = `${Math.round(recovery.coverage * 100)} % of the weight was known${
    recovery.confidence === null ? "" : `: ${recovery.confidence}`
  }.`;
  return (
    <ul className="mt-2 flex flex-col gap-0.5 text-sm text-muted">
      {[coverage, ...sentences].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
