"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import { type Packed, unpack } from "@/lib/packed";
import { cn } from "@/lib/utils";
import { FormCard } from "./form-card";
import { MorningCards } from "./morning-cards";
import { NormalCard } from "./normal-card";
import { PerformanceCard } from "./performance-card";
import type { TodayView } from "./prepare-today";
import { WeekCard } from "./week-card";

// Each stands at certain times only: the others' scripts need not be fetched.
const BriefingCard = dynamic(() => import("./briefing-card").then((file) => file.BriefingCard));
const CheckInCard = dynamic(() => import("./check-in-card").then((file) => file.CheckInCard));
const EmptyToday = dynamic(() => import("./empty-today").then((file) => file.EmptyToday));
const EveningCard = dynamic(() => import("./evening-card").then((file) => file.EveningCard));
const EventNotices = dynamic(() => import("./event-notices").then((file) => file.EventNotices));
const InsightCard = dynamic(() => import("./insight-card").then((file) => file.InsightCard));
const WeekQuestionCard = dynamic(() =>
  import("./week-question-card").then((file) => file.WeekQuestionCard),
);
const WaitingCard = dynamic(() => import("./waiting-card").then((file) => file.WaitingCard));

type Props = { packed: Packed<TodayView>; athleteId: string };

/**
 * The whole screen: the answer at the left, week and form in the middle, the signals at the
 * right; on a phone one column in the order in which one asks. One client component, so that
 * what travels is the view and not a drawing of it.
 */
export function TodayScreen({ packed, athleteId }: Props) {
  const view = useMemo(() => unpack(packed), [packed]);
  const { phase, answer, strip, week, evening, performance, normal } = view;
  if (phase === "empty") {
    return (
      <>
        <Header view={view} />
        <EmptyToday />
      </>
    );
  }
  return (
    <>
      <Header view={view} />
      {view.events.length > 0 && <EventNotices events={view.events} today={view.day} />}
      <div
        className={cn(
          "grid items-start gap-3 md:grid-cols-2 md:gap-[18px] lg:grid-cols-[340px_minmax(0,1fr)]",
          normal && "xl:grid-cols-[340px_minmax(0,1fr)_292px]",
        )}
      >
        <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
          {phase === "check-in" && <CheckInCard athleteId={athleteId} />}
          {phase === "waiting" && <WaitingCard morningMinute={view.morningMinute} />}
          {answer && <MorningCards answer={answer} day={view.day} units={view.units} />}
          {strip && (
            <FormCard strip={strip} weekLoad={week.load} race={view.race} className="md:hidden" />
          )}
          {view.briefing && <BriefingCard briefing={view.briefing} day={view.day} />}
        </div>
        <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
          {evening && (
            <EveningCard morningMinute={view.morningMinute} usualSleepS={evening.usualSleepS} />
          )}
          <WeekCard week={week} />
          {view.askedWeek && <WeekQuestionCard week={view.askedWeek} />}
          {view.insight && <InsightCard insight={view.insight} />}
          {performance && <PerformanceCard {...performance} />}
        </div>
        {normal && (
          <div className="min-w-0 md:col-span-2 xl:col-span-1">
            <NormalCard rows={normal} />
          </div>
        )}
      </div>
    </>
  );
}

function Header({ view }: { view: TodayView }) {
  const { title, freshness, race } = view;
  return (
    <PageHeader
      title={title}
      description={
        freshness && (
          <>
            {freshness.short}
            <span className="max-md:hidden">{freshness.rest}</span>
            {freshness.note && `. ${freshness.note}`}
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
