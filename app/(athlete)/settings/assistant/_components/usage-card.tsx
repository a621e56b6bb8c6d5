import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { FeatureUsage, ModelCallItem } from "@/db/queries/model-calls";
import { describeOutcome, FEATURE_NAMES, formatUsd } from "./describe-call";

const OPERATOR = "Whoever runs this server has to see to it.";
/** What the athlete can expect; for all others that it is asked again. */
const WHO_ACTS: Partial<Record<ModelCallItem["outcome"], string>> = {
  signed_out: OPERATOR,
  forbidden: OPERATOR,
  unpaid: OPERATOR,
};
const COMES_BACK = "It is asked again when there is something new to tell.";

type Props = {
  usage: readonly FeatureUsage[];
  spentUsd: number;
  budgetUsd: number;
  /** The newest question; null before the first, and where none is asked any more. */
  last: ModelCallItem | null;
};

export function UsageCard({ usage, spentUsd, budgetUsd, last }: Props) {
  const isUsedUp = spentUsd >= budgetUsd;
  return (
    <Card aria-labelledby="usage">
      <CardHeader id="usage" title="This month" />
      <p className="text-sm text-muted">
        {formatUsd(spentUsd)} of {formatUsd(budgetUsd)} used. When it is used up, rules write until
        the month is over.
      </p>
      {isUsedUp ? (
        <Alert tone="info" className="mt-3">
          This month’s budget is used up: rules write until the month is over, or until you allow
          more.
        </Alert>
      ) : last && hasFailed(last) ? (
        <Alert tone="info" className="mt-3">
          The last question was not answered: {describeOutcome(last.outcome).toLowerCase()}. Rules
          have written instead, so nothing is missing. {WHO_ACTS[last.outcome] ?? COMES_BACK}
        </Alert>
      ) : null}
      {usage.length === 0 ? (
        <p className="mt-3 text-sm text-muted">Nothing has been asked yet.</p>
      ) : (
        <Table caption="Use of the model this month" className="mt-3">
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col" data-numeric>
                Questions
              </th>
              <th scope="col" data-numeric>
                Tokens
              </th>
              <th scope="col" data-numeric>
                Cost
              </th>
            </tr>
          </thead>
          <tbody>
            {usage.map(({ feature, calls, tokens, usd }) => (
              <tr key={feature}>
                <th scope="row" className="font-normal">
                  {FEATURE_NAMES[feature]}
                </th>
                <td data-numeric>{calls.toLocaleString("en-GB")}</td>
                <td data-numeric>{tokens.toLocaleString("en-GB")}</td>
                <td data-numeric>{formatUsd(usd)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function hasFailed({ outcome }: ModelCallItem): boolean {
  return outcome !== "ok" && outcome !== "waiting" && outcome !== "not_asked";
}
