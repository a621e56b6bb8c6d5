import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { activityDetail } from "@/db/queries/activity-detail";
import { activityRecordings } from "@/db/queries/activity-recordings";
import { findProfile } from "@/db/queries/find-profile";
import { joinableActivities } from "@/db/queries/joinable-activities";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { isUuid } from "@/lib/ids";
import { JoinList } from "./_components/join-list";
import { recordingLabels } from "./_components/recording-labels";
import { SeparateList } from "./_components/separate-list";
import { SideBySide } from "./_components/side-by-side";
import { WhyList } from "./_components/why-list";

type Props = {
  params: Promise<{ activityId: string }>;
  searchParams: Promise<{ other?: string | string[] }>;
};

export const metadata: Metadata = { title: "Recordings" };

export default async function SourcesPage({ params, searchParams }: Props) {
  const [{ activityId }, { other }] = await Promise.all([params, searchParams]);
  const ctx = await requireAthlete();
  const { activity, recordings, joinable, units } = await ctx.tx(async (tx) => ({
    activity: await activityDetail(tx, activityId),
    recordings: await activityRecordings(tx, activityId),
    joinable: await joinableActivities(tx, activityId),
    units: (await findProfile(tx)).units,
  }));
  if (activity === null) notFound();
  const labels = recordingLabels(recordings);
  const parted = typeof other === "string" && isUuid(other) ? other : null;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Link href={`/activities/${activityId}` as Route} className="hover:underline">
            Back to {activity.title}
          </Link>
        }
        title="Recordings"
        description={countWords(recordings.length)}
      />
      <div className="flex flex-col gap-4 md:gap-[18px]">
        {parted ? (
          <Alert tone="success" role="status" title="These are two activities now.">
            <Link
              href={`/activities/${parted}` as Route}
              className="inline-flex min-h-6 items-center underline underline-offset-4"
            >
              Open the other one
            </Link>
          </Alert>
        ) : null}
        {recordings.length === 0 ? null : (
          <SideBySide recordings={recordings} labels={labels} units={units} />
        )}
        <div className="grid items-start gap-4 md:gap-[18px] lg:grid-cols-2">
          {recordings.length > 1 ? <WhyList recordings={recordings} labels={labels} /> : null}
          <div className="flex flex-col gap-4 md:gap-[18px]">
            {recordings.length > 1 ? (
              <SeparateList
                activityId={activityId}
                recordings={recordings.map(({ id }) => ({ id, label: labels.get(id) ?? "" }))}
              />
            ) : null}
            {recordings.length > 0 ? (
              <JoinList activityId={activityId} joinable={joinable} units={units} />
            ) : null}
          </div>
        </div>
      </div>
    </>
  );
}

function countWords(count: number): string {
  if (count === 0) return "This activity was not read from a file: there is nothing to compare.";
  if (count === 1) return "One file told of this activity; every value comes from it.";
  return `${count} recordings of one activity. Each value comes from the one that has it best, and the load counts once.`;
}
