import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { FeatureUsage, ModelCallItem } from "@/db/queries/model-calls";
import { describeFailure, FEATURE_NAMES, formatUsd } from "./describe-call";

type Props = {
  usage: readonly FeatureUsage[];
  spentUsd: number;
  budgetUsd: number;
  isServerUsedUp: boolean;
  /** The newest question that has ended; null before the first, and where none is asked any more. */
  last: ModelCallItem | null;
};

export function UsageCard({ usage, spentUsd, budgetUsd, isServerUsedUp, last }: Props) {
  const problem = describeProblem({ spentUsd, budgetUsd, isServerUsedUp, last });
  return (
    <Card aria-labelledby="usage">
      <CardHeader id="usage" title="This month" />
      <p className="text-sm text-muted">
        {formatUsd(spentUsd)} of {formatUsd(budgetUsd)} used. When it is used up, rules write until
        the month is over.
      </p>
      {problem && (
        <Alert tone="info" className="mt-3">
          {problem}
        </Alert>
      )}
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

function describeProblem({
  spentUsd,
  budgetUsd,
  isServerUsedUp,
  last,
}: Omit<Props, "usage">): string | null {
  if (spentUsd >= budgetUsd) {
    return "This month’s budget is used up: rules write until the month is over, or until you allow more.";
  }
  if (isServerUsedUp) {
    return "This month’s budget of the whole server is used up: rules write until the month is over. Whoever runs it can allow more.";
  }
  return last && describeFailure(last);
}
