import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { ActivityHeader } from "@/components/activity/activity-header";
import { CrosshairProvider } from "@/components/activity/crosshair";
import { EffortCard } from "@/components/activity/effort-card";
import { LapsCard } from "@/components/activity/laps-card";
import { LengthsCard } from "@/components/activity/lengths-card";
import { LoadCard } from "@/components/activity/load-card";
import { MetricStrip } from "@/components/activity/metric-strip";
import { MetricsCard } from "@/components/activity/metrics-card";
import { QualityCard } from "@/components/activity/quality-card";
import { SetsCard } from "@/components/activity/sets-card";
import { ZoneCards } from "@/components/activity/zones-card";
import { activityDetail } from "@/db/queries/activity-detail";
import { findProfile } from "@/db/queries/find-profile";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { QueryProvider } from "@/lib/queries/query-provider";
import { StreamsSectionSkeleton, TrackSectionSkeleton } from "./_components/section-skeletons";
import { StreamsSection } from "./_components/streams-section";
import { TrackSection } from "./_components/track-section";

type Props = { params: Promise<{ activityId: string }> };

const STACK = "flex min-w-0 flex-col gap-4 md:gap-[18px]";
const COLUMN = "contents xl:flex xl:min-w-0 xl:flex-col xl:gap-[18px]";

const loadActivity = cache(async (activityId: string) => {
  const ctx = await requireAthlete();
  const loaded = await ctx.tx(async (tx) => ({
    activity: await activityDetail(tx, activityId),
    profile: await findProfile(tx),
  }));
  if (loaded.activity === null) notFound();
  return { activity: loaded.activity, units: loaded.profile.units, timeZone: ctx.timeZone };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { activity } = await loadActivity((await params).activityId);
  return { title: activity.title };
}

export default async function ActivityPage({ params }: Props) {
  const { activity, units, timeZone } = await loadActivity((await params).activityId);
  const shown = { activity, units };
  return (
    <QueryProvider>
      <CrosshairProvider>
        <ActivityHeader activity={activity} timeZone={timeZone} />
        <div className="flex flex-col gap-4 md:gap-[18px]">
          <MetricStrip {...shown} />
          {/* On a narrow page the columns dissolve and their parts follow in the order of interest. */}
          <div className="grid gap-4 md:gap-[18px] xl:grid-cols-[minmax(0,1fr)_320px]">
            <div className={COLUMN}>
              <div className="order-1 min-w-0">
                <Suspense fallback={<StreamsSectionSkeleton activity={activity} />}>
                  <StreamsSection {...shown} />
                </Suspense>
              </div>
              <div className={`order-3 ${STACK}`}>
                <LapsCard {...shown} />
                <SetsCard {...shown} />
                <LengthsCard {...shown} />
                <LoadCard activity={activity} />
                <MetricsCard {...shown} />
              </div>
            </div>
            <div className={COLUMN}>
              <div className={`order-2 ${STACK}`}>
                <Suspense fallback={<TrackSectionSkeleton />}>
                  <TrackSection {...shown} />
                </Suspense>
                <ZoneCards {...shown} />
                <EffortCard activityId={activity.id} rpe={activity.rpe} />
              </div>
              <div className="order-4 min-w-0">
                <QualityCard activity={activity} />
              </div>
            </div>
          </div>
        </div>
      </CrosshairProvider>
    </QueryProvider>
  );
}
