import type { Route } from "next";
import Link from "next/link";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import type { RacePrediction } from "@/lib/training/race/race-prediction";
import type { Backtest } from "@/lib/training/race/race-prediction-backtest";
import { formatDuration } from "@/lib/units/format-duration";
import { distanceWords } from "./distance-words";

type Outlook = {
  readonly from: {
    readonly activityId: string;
    readonly title: string;
    readonly day: LocalDate;
    readonly distanceM: number;
    readonly durationS: number;
    readonly isRace: boolean;
  } | null;
  readonly predictions: readonly (RacePrediction & { readonly distanceM: number })[];
  readonly backtest: Backtest;
  readonly races: number;
};

/** What races to expect, always as a range, and how right that was on the athlete's own races. */
export function RaceOutlookCard({ outlook }: { outlook: Outlook }) {
  const { from, predictions, backtest, races } = outlook;
  return (
    <Card aria-labelledby="outlook-title">
      <CardHeader
        id="outlook-title"
        title={<MethodLink to="race-predictions">Race outlook</MethodLink>}
      />
      {from === null ? (
        <p className="max-w-[68ch] text-sm text-muted">
          It takes a run of the last half year with a hard stretch of 1 km or more.
        </p>
      ) : (
        <>
          <p className="mb-3 max-w-[68ch]">
            From {distanceWords(from.distanceM)} in {formatDuration(from.durationS)} in{" "}
            <Link
              href={`/activities/${from.activityId}` as Route}
              className="text-accent underline underline-offset-4"
            >
              {from.title}
            </Link>
            , {formatDay(from.day, "compact")}
            {from.isRace ? "." : ": no race, so these are likely to be slow."}
          </p>
          <Table caption="Times to expect over the classic distances">
            <thead>
              <tr>
                <th scope="col">Distance</th>
                <th scope="col" data-numeric>
                  Range
                </th>
                <th scope="col" data-numeric>
                  Middle
                </th>
              </tr>
            </thead>
            <tbody>
              {predictions.map(({ distanceM, fastS, expectedS, slowS }) => (
                <tr key={distanceM}>
                  <th scope="row">{distanceWords(distanceM)}</th>
                  <td data-numeric className="whitespace-nowrap">
                    {range(fastS, slowS)}
                  </td>
                  <td data-numeric className="font-semibold whitespace-nowrap">
                    {formatDuration(expectedS)}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <p className="mt-3 max-w-[68ch] text-sm">{backtestSentence(backtest, races)}</p>
          <p className="mt-1 max-w-[68ch] text-sm text-muted">
            From the boldest to the most careful of four models. None of them knows heat, hills, or
            whether you trained for the distance.
          </p>
        </>
      )}
    </Card>
  );
}

function range(fastS: number, slowS: number): string {
  const [fast, slow] = [formatDuration(fastS), formatDuration(slowS)];
  return fast === slow ? fast : `${fast} to ${slow}`;
}

/** How the outlook fared on the athlete's own races, or why that cannot be said. */
export function backtestSentence(
  { predictions, insideShare, medianError }: Backtest,
  races: number,
): string {
  if (insideShare === null || medianError === null) {
    const known = races === 0 ? "no race" : races === 1 ? "one race" : `${races} races`;
    return `How right this is for you cannot be said: you marked ${known} over a classic distance, and it takes two over different distances within half a year.`;
  }
  if (predictions.length === 1) {
    const where = insideShare === 1 ? "inside" : "outside";
    return `Tried on your one race that had another before it: ${where} the range, the middle ${(medianError * 100).toFixed(1)} % off.`;
  }
  const inside = predictions.filter(({ isInside }) => isInside).length;
  return `Tried on your ${predictions.length} races that had another before them: ${inside} inside the range, the middle typically ${(medianError * 100).toFixed(1)} % off.`;
}
