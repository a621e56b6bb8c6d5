"use client";

import type { Route } from "next";
import { useMemo } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import { type Packed, unpack } from "@/lib/packed";
import { cn } from "@/lib/utils";
import { CheckInCard } from "./check-in-card";
import { EmptyToday } from "./empty-today";
import { EveningCard } from "./evening-card";
import { EventNotices } from "./event-notices";
import { FormCard } from "./form-card";
import { InsightCard } from "./insight-card";
import { MorningCards } from "./morning-cards";
import { NormalCard } from "./normal-card";
import { PerformanceCard } from "./performance-card";
import type { TodayView } from "./prepare-today";
import { WaitingCard } from "./waiting-card";
import { WeekCard } from "./week-card";

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
      <EventNotices events={view.events} today={view.day} />
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
        </div>
        <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
          {strip && (
            <FormCard strip={strip} weekLoad={week.load} race={view.race} className="md:hidden" />
          )}
          {evening && (
            <EveningCard morningMinute={view.morningMinute} usualSleepS={evening.usualSleepS} />
          )}
          <WeekCard week={week} />
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
