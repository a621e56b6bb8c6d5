import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { ModelCallItem } from "@/db/queries/model-calls";
import { describeMoment } from "@/lib/dates/describe-moment";
import { describeOutcome, FEATURE_NAMES, formatUsd, modelName } from "./describe-call";

type Props = { calls: readonly ModelCallItem[]; timeZone: string; className?: string };

export function CallsCard({ calls, timeZone, className }: Props) {
  return (
    <Card aria-labelledby="sent" className={className}>
      <CardHeader id="sent" title="What was sent" />
      <p className="text-sm text-muted">
        Your last questions to the model. Exactly what went with each is kept for 30 days, sealed
        with your own key.
      </p>
      {calls.length === 0 ? (
        <p className="mt-3 text-sm text-muted">Nothing has been sent.</p>
      ) : (
        <Table caption="Questions to the model" className="mt-3">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">For</th>
              <th scope="col" className="max-md:hidden">
                Model
              </th>
              <th scope="col">Outcome</th>
              <th scope="col" data-numeric className="max-md:hidden">
                Cost
              </th>
              <th scope="col">Sent</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr key={call.id}>
                <td className="md:whitespace-nowrap">{describeMoment(call.createdAt, timeZone)}</td>
                <td className="md:whitespace-nowrap">
                  {FEATURE_NAMES[call.feature]}
                  <span className="block text-xs text-muted md:hidden">
                    {modelName(call.model)}, {formatUsd(call.costUsd)}
                  </span>
                </td>
                <td className="whitespace-nowrap max-md:hidden">{modelName(call.model)}</td>
                <td>{describeOutcome(call)}</td>
                <td data-numeric className="max-md:hidden">
                  {formatUsd(call.costUsd)}
                </td>
                <td>
                  {call.outcome === "not_asked" ? (
                    "Nothing"
                  ) : (
                    <Link
                      href={`/settings/assistant/${call.id}` as Route}
                      className="text-accent underline underline-offset-4"
                    >
                      Show
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
