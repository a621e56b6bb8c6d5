import type { Route } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { CheckInFirst } from "@/components/today/check-in-first";
import { decisionWord } from "@/components/today/decision-word";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Receipt } from "@/db/queries/recovery-history";
import type { WellnessChoice } from "@/db/queries/wellness-choices";
import { formatClock } from "@/lib/dates/format-clock";
import { formatDay } from "@/lib/dates/format-day";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { Replay } from "@/lib/services/replay-answer";
import { ReceiptFlips } from "./receipt-flips";
import { ReceiptLadder } from "./receipt-ladder";
import { ReceiptReplay } from "./receipt-replay";
import { ReceiptScore } from "./receipt-score";
import { ReceiptSignals } from "./receipt-signals";
import { ReceiptSources } from "./receipt-sources";
import { ReceiptWorkout } from "./receipt-workout";

type ReceiptScreenProps = {
  readonly day: LocalDate;
  readonly today: LocalDate;
  /** Whether it is of today, whose check-in has not been given yet. */
  readonly isVeiled: boolean;
  readonly receipt: Receipt | null;
  /** The same morning by the rules of now. */
  readonly replay: Replay | null;
  /** Values of the night for which there was a choice. */
  readonly choices: readonly WellnessChoice[];
  readonly timeZone: string;
};

/** The receipt of one morning: inputs, thresholds, the rules' path, weights, versions. */
export function ReceiptScreen(props: ReceiptScreenProps) {
  const { day, today, isVeiled, receipt, replay, choices, timeZone } = props;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Link href={"/recovery" as Route} className="hover:text-ink hover:underline">
            Recovery
          </Link>
        }
        title={
          receipt
            ? `Why ${decisionWord(receipt.decision.decision).toLowerCase()}, ${formatDay(day, "full")}`
            : formatDay(day, "full")
        }
        description={receipt && `Worked out at ${formatClock(receipt.computedAt, timeZone)}`}
        actions={<DayLinks day={day} today={today} />}
      />
      {isVeiled ? (
        <CheckInFirst />
      ) : receipt ? (
        <div className="grid items-start gap-3 md:gap-[18px] lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
            <ReceiptLadder decision={receipt.decision} readiness={receipt.readiness} />
            <ReceiptFlips readiness={receipt.readiness} />
            <ReceiptWorkout receipt={receipt} />
          </div>
          <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
            <ReceiptScore recovery={receipt.recovery} />
            <ReceiptSignals signals={receipt.decision.signals} />
            {choices.length > 0 && <ReceiptSources choices={choices} />}
            {replay && <ReceiptReplay replay={replay} units={receipt.units} />}
          </div>
        </div>
      ) : (
        <Card className="mx-auto w-full max-w-xl">
          <EmptyState
            title="No answer was made for this day"
            action={<LinkButton href={"/today" as Route}>Go to today</LinkButton>}
          >
            Answers are made each morning from the first night on.
          </EmptyState>
        </Card>
      )}
    </>
  );
}

function DayLinks({ day, today }: { day: LocalDate; today: LocalDate }) {
  const href = (to: LocalDate) => `/today/receipt?day=${to}` as Route;
  return (
    <nav aria-label="Day" className="flex gap-2">
      <LinkButton href={href(addDays(day, -1))} size="sm" prefetch={false}>
        Day before
      </LinkButton>
      {day < today && (
        <LinkButton href={href(addDays(day, 1))} size="sm" prefetch={false}>
          Day after
        </LinkButton>
      )}
    </nav>
  );
}
