import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { activityDurability } from "@/components/activity/activity-durability";
import { ActivityHeader } from "@/components/activity/activity-header";
import { CourseCard } from "@/components/activity/course-card";
import { CrosshairProvider } from "@/components/activity/crosshair";
import { CurveCard } from "@/components/activity/curve-card";
import { tableOf } from "@/components/activity/curve-view";
import { defaultView } from "@/components/activity/default-view";
import { EditDialog } from "@/components/activity/edit-dialog";
import { EditsCard } from "@/components/activity/edits-card";
import { EffortCard } from "@/components/activity/effort-card";
import { FeelCard } from "@/components/activity/feel-card";
import { IntervalsCard } from "@/components/activity/intervals-card";
import { LapsCard } from "@/components/activity/laps-card";
import { LengthsCard } from "@/components/activity/lengths-card";
import { LoadCard } from "@/components/activity/load-card";
import { MetricStrip } from "@/components/activity/metric-strip";
import { MetricsCard } from "@/components/activity/metrics-card";
import { PlanCard } from "@/components/activity/plan-card";
import { prepareCourse } from "@/components/activity/prepare-course";
import { prepareEdits } from "@/components/activity/prepare-edits";
import { QualityCard } from "@/components/activity/quality-card";
import { sensorsOf } from "@/components/activity/sensors-of";
import { SetsCard } from "@/components/activity/sets-card";
import { StreamsCard } from "@/components/activity/streams-card";
import { TrackCard } from "@/components/activity/track-card";
import { WeatherCard } from "@/components/activity/weather-card";
import { ZoneCards } from "@/components/activity/zones-card";
import { DurabilityCard } from "@/components/curves/durability-card";
import { Card } from "@/components/ui/card";
import { activityDetail } from "@/db/queries/activity-detail";
import { activityEdits } from "@/db/queries/activity-edits";
import { activityStreams } from "@/db/queries/activity-streams";
import { findProfile } from "@/db/queries/find-profile";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";
import { QueryProvider } from "@/lib/queries/query-provider";
import { compareCourse } from "@/lib/services/compare-course";
import { plannedAgainstDone } from "@/lib/services/planned-against-done";
import { streamsBody } from "@/lib/services/streams-body";
import type { Streams } from "@/lib/training/activity/activity-types";
import { settingsWithDevice } from "@/lib/training/activity/settings-with-device";
import type { CriticalPower } from "@/lib/training/capacity/critical-power";
import { type WorkBalance, workBalance } from "@/lib/training/capacity/work-balance";
import { Debrief } from "./_components/debrief";
import { loadCriticalPower, loadCurves } from "./_components/load-curves";

type Props = {
  params: Promise<{ activityId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const STACK = "flex min-w-0 flex-col gap-4 md:gap-[18px]";
const COLUMN = "contents xl:flex xl:min-w-0 xl:flex-col xl:gap-[18px]";

const loadActivity = cache(async (activityId: string) => {
  const ctx = await requireAthlete();
  const { activity, held, ...loaded } = await ctx.tx(async (tx) => {
    const found = await activityDetail(tx, activityId);
    return {
      activity: found,
      held: found && (await thresholdsOn(tx, found.day, found.sport)),
      streams: await activityStreams(tx, activityId),
      profile: await findProfile(tx),
      journal: await activityEdits(tx, activityId),
      times: await compareCourse(tx, activityId),
    };
  });
  if (activity === null || held === null) notFound();
  const { streams, profile, journal, times } = loaded;
  return {
    activity,
    streams,
    units: profile.units,
    timeZone: ctx.timeZone,
    today: localDayAt(ctx.now, ctx.timeZone),
    // Those that the numbers were worked out with.
    settings: settingsWithDevice(activity, held).settings,
    edits: prepareEdits(journal, activity.original, ctx.timeZone),
    course: times === null ? null : prepareCourse(times, activity.id),
  };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { activity } = await loadActivity((await params).activityId);
  return { title: activity.title };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { activityId } = await params;
  const { activity, streams, units, timeZone, today, settings, edits, course } =
    await loadActivity(activityId);
  const search = await searchParams;
  const curves = await loadCurves(activity, search);
  const criticalPower = await loadCriticalPower(activity);
  const planned = await plannedAgainstDone(await requireAthlete(), activity, streams);
  const work = workOf(streams, criticalPower?.fit ?? null);
  const shown = { activity, units };
  // No Suspense around what is drawn of the streams: it stands in the first HTML, script or not.
  return (
    <QueryProvider>
      <CrosshairProvider>
        <ActivityHeader
          activity={activity}
          timeZone={timeZone}
          action={
            <EditDialog
              activityId={activity.id}
              sport={activity.sport}
              sensors={sensorsOf(activity)}
              lengthS={activity.streamsLengthS}
              {...edits}
            />
          }
        />
        <div className="flex flex-col gap-4 md:gap-[18px]">
          <MetricStrip {...shown} settings={settings} />
          {/* On a narrow page the columns dissolve and their parts follow in the order of interest. */}
          <div className="grid gap-4 md:gap-[18px] xl:grid-cols-[minmax(0,1fr)_320px]">
            <div className={COLUMN}>
              <div className="order-1 min-w-0">
                <StreamsCard
                  {...shown}
                  streams={streams}
                  work={work}
                  capacity={criticalPower?.fit ?? null}
                  first={firstLines(streams, work)}
                />
              </div>
              <div className={`order-3 ${STACK}`}>
                <PlanCard {...shown} planned={planned} isTableShown={search.table === "plan"} />
                <IntervalsCard {...shown} />
                {curves === null ? null : (
                  <CurveCard
                    activityId={activity.id}
                    day={activity.day}
                    today={today}
                    sport={activity.sport}
                    units={units}
                    shown={curves}
                    criticalPower={criticalPower}
                  />
                )}
                {curves === null || criticalPower === null ? null : (
                  <DurabilityCard
                    shown={activityDurability(activity, curves.curves, criticalPower.weightKg)}
                    whole="the whole ride"
                    {...tableOf(activity.id, curves.view, "durability")}
                  />
                )}
                <LapsCard {...shown} streams={streams} />
                <SetsCard {...shown} />
                <LengthsCard {...shown} />
                <CourseCard activityId={activity.id} course={course} />
                <LoadCard {...shown} settings={settings} />
                <MetricsCard {...shown} settings={settings} />
              </div>
            </div>
            <div className={COLUMN}>
              <div className={`order-2 ${STACK}`}>
                <Suspense fallback={<Card aria-hidden="true" className="min-h-72" />}>
                  <Debrief activity={activity} planned={planned} units={units} />
                </Suspense>
                <TrackCard {...shown} streams={streams} />
                <WeatherCard {...shown} />
                <ZoneCards {...shown} streams={streams} />
                <EffortCard activityId={activity.id} rpe={activity.rpe} />
                <FeelCard activityId={activity.id} feel={activity.feel} remark={activity.remark} />
              </div>
              <div className={`order-4 ${STACK}`}>
                <EditsCard activityId={activity.id} {...edits} />
                <QualityCard activity={activity} />
              </div>
            </div>
          </div>
        </div>
      </CrosshairProvider>
    </QueryProvider>
  );
}

function workOf(streams: Streams | null, capacity: CriticalPower | null): WorkBalance | null {
  const power = streams?.channels.powerW;
  return power && capacity ? workBalance(power, capacity) : null;
}

function firstLines(streams: Streams | null, work: WorkBalance | null) {
  if (streams === null) return null;
  const { points, smoothS } = defaultView(streams.lengthS);
  const view = { points, smoothS, fromS: 0, toS: streams.lengthS };
  const body = streamsBody(streams, view, work?.balance ?? null);
  // The mark on the track asks for the places when somebody points at the chart.
  return { ...body, places: null };
}
