import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { Vo2maxEstimate } from "@/lib/training/capacity/vo2max-estimates";

const WAYS: Readonly<Record<Vo2maxEstimate["way"], string>> = {
  run: "Best run of the last half year",
  power: "Best 5 min of power in 90 days",
  "heart-rates": "Maximum and resting heart rate",
};

/** Maximal oxygen uptake as far as it can be said: each way with its own interval. */
export function Vo2maxCard({ estimates }: { estimates: readonly Vo2maxEstimate[] }) {
  return (
    <Card aria-labelledby="vo2max-title">
      <CardHeader
        id="vo2max-title"
        title={<MethodLink to="vo2max">VO2max, estimated</MethodLink>}
      />
      <p className="mb-3 max-w-[68ch] font-medium">{finding(estimates)}</p>
      {estimates.length === 0 ? null : (
        <Table caption="VO2max by each way to estimate it, in ml/kg/min">
          <thead>
            <tr>
              <th scope="col">Judged by</th>
              <th scope="col" data-numeric>
                ml/kg/min
              </th>
            </tr>
          </thead>
          <tbody>
            {estimates.map(({ way, low, high }) => (
              <tr key={way}>
                <th scope="row">{WAYS[way]}</th>
                <td data-numeric className="whitespace-nowrap">
                  {Math.round(low)} to {Math.round(high)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p className="mt-3 text-sm text-muted">
        Each way is within some 10 %. They stand beside each other and are never averaged; run and
        power need an all-out effort, else they are too low.
      </p>
    </Card>
  );
}

function finding(estimates: readonly Vo2maxEstimate[]): string {
  if (estimates.length === 0) {
    return "It takes a hard run, five hard minutes of power with a body weight, or a maximum and a resting heart rate in your settings.";
  }
  const low = Math.round(Math.min(...estimates.map((one) => one.low)));
  const high = Math.round(Math.max(...estimates.map((one) => one.high)));
  const ways = estimates.length === 1 ? "by one way" : `by ${estimates.length} ways`;
  return `Somewhere from ${low} to ${high} ml/kg/min, ${ways}.`;
}
