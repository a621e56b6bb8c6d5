import type { Route } from "next";
import { PlotFigure } from "@/components/charts/plot-figure";
import { MethodLink } from "@/components/methods/method-link";
import { PageHeader } from "@/components/shell/page-header";
import { decisionWord } from "@/components/today/decision-word";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { LocalDate } from "@/lib/dates/local-date";
import { weekBefore } from "@/lib/dates/week-before";
import { methodHref } from "@/lib/methods/method-href";
import type { Agreement, ShownTrackRecord } from "@/lib/services/show-track-record";
import { ownWeightsOn } from "@/lib/training/recovery/own-weights-on";
import type { OwnWeights } from "@/lib/training/recovery/recovery-types";
import type { TrackRecord } from "@/lib/training/track-record/track-record";
import { JudgedDays } from "./judged-days";
import { OwnWeightsCard } from "./own-weights-card";
import { prepareCalibration } from "./prepare-calibration";
import { RecoveryTabs } from "./recovery-tabs";
import { correlationWords, hitMeaning, shareWords } from "./track-words";
import { weekWords } from "./week-words";
import { WeeklyQuestion } from "./weekly-question";

const PAGE = "/recovery/track-record";
const DECISIONS = ["go", "ease", "rest"] as const;

type TrackRecordScreenProps = {
  readonly shown: ShownTrackRecord;
  readonly ownWeights: readonly OwnWeights[];
  readonly today: LocalDate;
  readonly isTableShown: boolean;
};

/** Was the answer right? Decisions and scores against what happened, and against how it felt. */
export function TrackRecordScreen(props: TrackRecordScreenProps) {
  const { shown, ownWeights, today, isTableShown } = props;
  const calibration = prepareCalibration(shown.record);
  const tableHref = (isTableShown ? PAGE : `${PAGE}?table=calibration`) as Route;
  return (
    <>
      <PageHeader
        title="Track record"
        description="The morning's answers of the last year against what happened"
      />
      <RecoveryTabs current="track-record" />
      <div className="grid items-start gap-3 md:gap-[18px] lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
          <HitCard record={shown.record} />
          <JudgedDays days={shown.days} />
        </div>
        <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
          <Card>
            {calibration.model === null ? (
              <>
                <h2 className="heading-quiet">Does a higher score mean a better day?</h2>
                <p className="mt-1 text-sm text-muted">{calibration.finding}</p>
              </>
            ) : (
              <PlotFigure
                id="calibration"
                title="Does a higher score mean a better day?"
                finding={calibration.finding}
                model={calibration.model}
                methodHref={methodHref("track-record")}
                isTableShown={isTableShown}
                tableHref={tableHref}
              />
            )}
          </Card>
          <FeltCard shown={shown} today={today} />
          <OwnWeightsCard proposal={shown.proposal} held={ownWeightsOn(ownWeights, today)} />
        </div>
      </div>
    </>
  );
}

function HitCard({ record }: { record: TrackRecord }) {
  const { hit, followed, unknown } = record;
  return (
    <Card aria-labelledby="hit-rate">
      <h2 id="hit-rate" className="heading-quiet">
        <MethodLink to="track-record">How often it was right</MethodLink>
      </h2>
      <p className="mt-1 text-lg font-semibold">
        {hit === null
          ? "No morning can be judged yet"
          : `Right on ${hit.count} of ${hit.of} mornings that can be judged`}
      </p>
      <Table caption="Decisions that were right, by decision" className="mt-2">
        <thead>
          <tr>
            <th scope="col">Right means</th>
            <th scope="col" data-numeric>
              Right
            </th>
          </tr>
        </thead>
        <tbody>
          {DECISIONS.map((decision) => (
            <tr key={decision}>
              <th scope="row">
                {decisionWord(decision)}
                <span className="block font-normal">{hitMeaning(decision)}</span>
              </th>
              <td data-numeric>{shareWords(record.byDecision[decision])}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 max-w-[68ch] text-sm text-muted">
        On {followed} mornings you followed ease or rest: nobody knows what else would have been. On{" "}
        {unknown} nothing was done, or nothing of it can be judged. In brackets: where the true
        share lies, with 95 % confidence.
      </p>
    </Card>
  );
}

function FeltCard({ shown, today }: { shown: ShownTrackRecord; today: LocalDate }) {
  const week = weekBefore(today);
  const answer = shown.weeks.find((one) => one.week === week)?.readiness ?? null;
  return (
    <Card aria-labelledby="felt">
      <h2 id="felt" className="heading-quiet">
        <MethodLink to="track-record">The score and how you feel</MethodLink>
      </h2>
      <p className="mt-1 text-sm">
        {agreementWords("Score and check-in", "mornings", 20, shown.felt)}
      </p>
      <p className="mt-1 text-sm">
        {agreementWords("A week's mean score and your answer", "weeks", 8, shown.weekly)}
      </p>
      <WeeklyQuestion week={weekWords(week)} answer={answer} />
    </Card>
  );
}

function agreementWords(
  both: string,
  noun: string,
  least: number,
  { correlation, pairs }: Agreement,
): string {
  if (pairs < least) return `${both}: ${pairs} of the ${least} ${noun} that a comparison needs.`;
  if (correlation === null) return `${both}: one of them never changes.`;
  return `${both} ${correlationWords(correlation)} (${correlation.toFixed(2)} over ${pairs} ${noun}; 1 is always, 0 not at all).`;
}
