import type { CurveLook } from "@/components/curves/curve-look";
import { durationWords } from "@/components/curves/duration-words";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { Retention } from "@/lib/training/capacity/curve-retention";

/** What the last six weeks keep of the year's best, length by length. */
export function RetentionCard({ look, kept }: { look: CurveLook; kept: readonly Retention[] }) {
  return (
    <Card aria-labelledby="retention-title">
      <CardHeader
        id="retention-title"
        title={<MethodLink to="mean-maximal-curve">What six weeks keep of the year</MethodLink>}
      />
      {kept.length === 0 ? (
        <p className="text-sm text-muted">
          Nothing of the last 42 days is long enough. The next activity fills this.
        </p>
      ) : (
        <Table caption="The last 42 days against the last 365">
          <thead>
            <tr>
              <th scope="col">Over</th>
              <th scope="col" data-numeric>
                42 days
              </th>
              <th scope="col" data-numeric>
                Year
              </th>
              <th scope="col" data-numeric>
                Kept
              </th>
            </tr>
          </thead>
          <tbody>
            {kept.map(({ durationS, recent, reference, share }) => (
              <tr key={durationS}>
                <th scope="row">{durationWords(durationS)}</th>
                <td data-numeric className="whitespace-nowrap">
                  {look.text(recent)}
                </td>
                <td data-numeric className="whitespace-nowrap">
                  {look.text(reference)}
                </td>
                <td data-numeric className="font-semibold">
                  {Math.floor(share * 100)} %
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
