import { AudioWaveform } from "lucide";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { formatDay } from "@/lib/dates/format-day";
import { pack } from "@/lib/packed";
import type { ActivityStreamsBody, StreamName } from "@/lib/schemas/activity";
import type { Streams } from "@/lib/training/activity/activity-types";
import type { CriticalPower } from "@/lib/training/capacity/critical-power";
import type { WorkBalance } from "@/lib/training/capacity/work-balance";
import type { UnitSystem } from "@/lib/units/unit-system";
import { activityFinding } from "./finding";
import { tellingStreams } from "./recorded-streams";
import { zoneBoundaries } from "./stream-panes";
import { StreamsChart } from "./streams-chart";
import { StreamsTable } from "./streams-table";
import { workBalanceFinding } from "./work-balance-finding";

type Props = {
  activity: ActivityDetail;
  streams: Streams | null;
  /** The first lines of the chart; null without streams. */
  first: ActivityStreamsBody | null;
  units: UnitSystem;
  /** Of a ride whose critical power is known, with that. */
  work: WorkBalance | null;
  capacity: CriticalPower | null;
};

export function StreamsCard({ activity, streams, first, units, work, capacity }: Props) {
  const recorded = streams === null ? [] : tellingStreams(activity, streams);
  if (streams === null || first === null || recorded.length === 0)
    return <NoStreams activity={activity} />;
  const names: StreamName[] = work === null ? recorded : [...recorded, "workBalanceJ"];
  const finding = activityFinding(activity) ?? "Recorded second by second.";
  return (
    <Card id="streams" aria-labelledby="streams-title" className="scroll-mt-4">
      <figure aria-labelledby="streams-title" aria-describedby="streams-finding">
        <figcaption className="mb-3">
          <h2 id="streams-title" className="heading-quiet">
            <MethodLink to="resampling">Streams</MethodLink>
          </h2>
          <p id="streams-finding" className="mt-0.5 max-w-[68ch] font-medium">
            {finding}
          </p>
        </figcaption>
        <StreamsChart
          activityId={activity.id}
          sport={activity.sport}
          units={units}
          names={names}
          lengthS={streams.lengthS}
          capacity={work === null ? null : capacity}
          boundaries={zoneBoundaries(activity.timeInZone)}
          first={pack(first)}
          title={`${activity.title}, ${formatDay(activity.day, "compact")}`}
          finding={finding}
          fileName={`formline-${activity.sport}-${activity.day}-streams`}
          table={
            <StreamsTable
              streams={streams}
              names={names}
              sport={activity.sport}
              units={units}
              balance={work?.balance}
            />
          }
        />
        {work === null ? null : (
          <p className="mt-3 text-sm text-muted">
            {workBalanceFinding(work)}{" "}
            <MethodLink to="w-prime-balance">How W′ balance is computed</MethodLink>
          </p>
        )}
      </figure>
    </Card>
  );
}

function NoStreams({ activity }: { activity: ActivityDetail }) {
  return (
    <Card aria-label="Streams">
      <EmptyState
        icon={<Icon of={AudioWaveform} />}
        title={activity.streamsLengthS === null ? "Totals only" : "Nothing to draw"}
      >
        {activity.streamsLengthS === null
          ? "This activity came without a second-by-second recording. The original file from the device, imported, would bring it."
          : "The recording holds no power, heart rate, speed, altitude or cadence."}
      </EmptyState>
    </Card>
  );
}
