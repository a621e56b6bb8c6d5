import type { Route } from "next";
import Link from "next/link";
import { durationWords } from "@/components/curves/duration-words";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { CriticalPowerEstimate } from "@/lib/training/capacity/critical-power-estimate";
import { ftpSuggestion } from "@/lib/training/capacity/ftp-suggestion";

export type CriticalPowerCardProps = {
  readonly estimate: CriticalPowerEstimate;
  readonly ftpW: number | null;
  /** Titles of the activities that gave the bests, by id. */
  readonly titles: ReadonlyMap<string, string>;
};

const LINK = "text-accent underline-offset-4 hover:underline";
const TWENTY_MINUTES_S = 1200;

/** Critical power and W′ with what they stand on, or why they cannot be told. */
export function CriticalPowerCard({ estimate, ftpW, titles }: CriticalPowerCardProps) {
  const { fit, reason } = estimate;
  return (
    <Card aria-labelledby="critical-power-title">
      <CardHeader id="critical-power-title" title="Critical power" />
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
          <FtpSentence estimate={estimate} ftpW={ftpW} />
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

function FtpSentence({ estimate, ftpW }: Pick<CriticalPowerCardProps, "estimate" | "ftpW">) {
  const twenty = estimate.efforts.find(({ durationS }) => durationS === TWENTY_MINUTES_S);
  const suggested = twenty === undefined ? null : ftpSuggestion(twenty.powerW, ftpW);
  if (suggested === null) return null;
  const set = ftpW === null ? "none is set" : `${Math.round(ftpW)} W is set`;
  return (
    <p className="mt-2 max-w-[68ch] text-sm">
      Your best 20 minutes suggest an FTP of about {Math.round(suggested)} W (95 % of them); {set}.
      Nothing changes by itself:{" "}
      <Link
        href={"/settings/thresholds" as Route}
        className="text-accent underline underline-offset-4"
      >
        look at your thresholds
      </Link>
      .
    </p>
  );
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
