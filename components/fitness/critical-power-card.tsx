import type { Route } from "next";
import Link from "next/link";
import { durationWords } from "@/components/curves/duration-words";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { CriticalPowerEstimate } from "@/lib/training/capacity/critical-power-estimate";
import { FtpSuggestion, type FtpSuggestionProps } from "./ftp-suggestion";

export type CriticalPowerCardProps = {
  readonly estimate: CriticalPowerEstimate;
  /** The FTP that the best 20 minutes suggest; null without them. */
  readonly ftp: FtpSuggestionProps | null;
  /** Titles of the activities that gave the bests, by id. */
  readonly titles: ReadonlyMap<string, string>;
};

const LINK = "text-accent underline-offset-4 hover:underline";

/** Critical power and W′ with what they stand on, or why they cannot be told. */
export function CriticalPowerCard({ estimate, ftp, titles }: CriticalPowerCardProps) {
  const { fit, reason } = estimate;
  return (
    <Card aria-labelledby="critical-power-title">
      <CardHeader
        id="critical-power-title"
        title={<MethodLink to="critical-power">Critical power</MethodLink>}
      />
      {fit === null ? (
        <>
          <p className="font-medium">Not known yet</p>
          <p className="mt-1 max-w-[68ch] text-sm text-muted">{reason}</p>
        </>
      ) : (
        <>
          <p className="text-2xl font-semibold tracking-[-0.02em]">
            {Math.round(fit.criticalPowerW)} W
            <span className="ml-2 text-base font-medium text-muted">
              and W′ {(fit.wPrimeJ / 1000).toFixed(1)} kJ above it
            </span>
          </p>
          <p className="mt-1 max-w-[68ch] text-sm text-muted">
            From your best 3 to 20 minutes in the 90 days before today. {certainty(estimate)}
          </p>
          {ftp === null ? null : <FtpSuggestion {...ftp} />}
          <Efforts estimate={estimate} titles={titles} />
        </>
      )}
    </Card>
  );
}

function certainty({ fitError, leaveOneOutChange }: CriticalPowerEstimate): string {
  const percent = (share: number | null) => ((share ?? 0) * 100).toFixed(1);
  return `The curve lies within ${percent(fitError)} % of them; leaving out any one ride changes it by ${percent(leaveOneOutChange)} % at most.`;
}

function Efforts({ estimate, titles }: Pick<CriticalPowerCardProps, "estimate" | "titles">) {
  return (
    <details className="mt-3 text-sm">
      <summary className="flex min-h-6 w-fit items-center rounded-sm text-accent underline-offset-4 hover:underline max-md:min-h-11">
        The efforts behind it
      </summary>
      <Table caption="Best efforts that critical power stands on" className="mt-2">
        <thead>
          <tr>
            <th scope="col">Over</th>
            <th scope="col" data-numeric>
              Power
            </th>
            <th scope="col">Ride</th>
          </tr>
        </thead>
        <tbody>
          {estimate.efforts.map(({ durationS, powerW, activityId }) => (
            <tr key={durationS}>
              <th scope="row" className="whitespace-nowrap">
                {durationWords(durationS)}
              </th>
              <td data-numeric className="whitespace-nowrap">
                {Math.round(powerW)} W
              </td>
              <td>
                <Link
                  href={`/activities/${activityId}` as Route}
                  className={`${LINK} inline-flex min-h-6 items-center`}
                >
                  {titles.get(activityId) ?? "Ride"}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
