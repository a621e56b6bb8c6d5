import type { Route } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import type { TodayData } from "@/db/queries/today";
import { formatDay } from "@/lib/dates/format-day";
import { daysBetween } from "@/lib/dates/local-date";
import { cn } from "@/lib/utils";
import { CheckInCard } from "./check-in-card";
import { EmptyToday } from "./empty-today";
import { EveningCard, usualSleep } from "./evening-card";
import { EventNotices, raceCountdown } from "./event-notices";
import { FormCard } from "./form-card";
import { type Freshness, freshnessLine } from "./freshness-line";
import { MorningCards } from "./morning-cards";
import { NormalCard } from "./normal-card";
import { PerformanceCard } from "./performance-card";
import { prepareFormStrip } from "./prepare-form-strip";
import { prepareNormal } from "./prepare-normal";
import { prepareWeek } from "./prepare-week";
import { todayPhase } from "./today-phase";
import { WaitingCard } from "./waiting-card";
import { WeekCard } from "./week-card";

const EVENING_HOUR = 20;

type TodayScreenProps = {
  readonly data: TodayData;
  readonly timeZone: string;
  /** The hour on the athlete's clock. */
  readonly hour: number;
  readonly isCheckInSkipped: boolean;
};

/**
 * The whole screen from one read: the answer at the left, week and form in the middle, the
 * signals at the right; on a phone one column in the order in which one asks.
 */
export function TodayScreen({ data, timeZone, hour, isCheckInSkipped }: TodayScreenProps) {
  const { day, morning, checkIn } = data;
  const doneToday = data.activities.filter((one) => one.day === day);
  const isEvening = hour >= EVENING_HOUR;
  const phase = todayPhase({
    hasData: data.loadSince !== null || data.nights.length > 0,
    hasCheckIn: checkIn !== null,
    isCheckInSkipped,
    hasMorning: morning !== null,
    isDayUnderWay: doneToday.length > 0 || isEvening,
  });
  const freshness =
    phase === "answer" && morning
      ? freshnessLine(morning, checkIn?.createdAt ?? null, timeZone)
      : null;
  if (phase === "empty") {
    return (
      <>
        <Header data={data} freshness={null} />
        <EmptyToday />
      </>
    );
  }
  const strip = prepareFormStrip(data.loads, data.loadSince, day);
  // Last night's values would give the score away before the check-in.
  const hasSignals = data.nights.length > 0 && phase !== "check-in";
  const race = raceCountdown(data.events, (to) => daysBetween(day, to));
  const week = prepareWeek(data.activities, day, data.firstWeekday);
  return (
    <>
      <Header data={data} freshness={freshness} />
      <EventNotices events={data.events} today={day} />
      <div
        className={cn(
          "grid items-start gap-3 md:grid-cols-2 md:gap-[18px] lg:grid-cols-[340px_minmax(0,1fr)]",
          hasSignals && "xl:grid-cols-[340px_minmax(0,1fr)_292px]",
        )}
      >
        <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
          {phase === "check-in" && <CheckInCard />}
          {phase === "waiting" && <WaitingCard morningMinute={data.morningMinute} />}
          {phase === "answer" && morning && (
            <MorningCards
              morning={morning}
              hasCheckIn={checkIn !== null}
              doneToday={doneToday}
              units={data.units}
              day={day}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
          {strip && (
            <FormCard strip={strip} weekLoad={week.load} race={race} className="md:hidden" />
          )}
          {isEvening && (
            <EveningCard morningMinute={data.morningMinute} usualSleepS={usualSleep(data.nights)} />
          )}
          <WeekCard week={week} />
          {data.loads.length > 0 && <PerformanceCard days={data.loads} />}
        </div>
        {hasSignals && (
          <div className="min-w-0 md:col-span-2 xl:col-span-1">
            <NormalCard rows={prepareNormal(data.nights, day)} />
          </div>
        )}
      </div>
    </>
  );
}

function Header({ data, freshness }: { data: TodayData; freshness: Freshness | null }) {
  const race = raceCountdown(data.events, (to) => daysBetween(data.day, to));
  return (
    <PageHeader
      title={formatDay(data.day, "full")}
      description={
        freshness && (
          <>
            {freshness.short}
            <span className="max-md:hidden">{freshness.rest}</span>
          </>
        )
      }
      actions={
        <>
          {race && <Chip className="max-md:hidden">{race}</Chip>}
          <LinkButton href={"/import" as Route} className="max-md:hidden">
            Import
          </LinkButton>
        </>
      }
    />
  );
}
