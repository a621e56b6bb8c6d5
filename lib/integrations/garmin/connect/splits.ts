import { z } from "zod";
import { garminInstant } from "@/lib/integrations/garmin/activities/garmin-instant";
import { optionalNumber } from "@/lib/integrations/garmin/mapping/garmin-mapping";
import type { RemoteSplit } from "@/lib/integrations/source-ports";

const lap = z.object({
  startTimeGMT: z.string().nullish().catch(null),
  duration: optionalNumber,
  distance: optionalNumber,
  averageHR: optionalNumber,
  averagePower: optionalNumber,
});
const answer = z.object({ lapDTOs: z.array(z.unknown()).nullish().catch(null) });

/** GET /activity-service/activity/{id}/splits. Null when it is of another form. */
export function readSplits(payload: unknown): RemoteSplit[] | null {
  if (payload === null) return [];
  const parsed = answer.safeParse(payload);
  if (!parsed.success) return null;
  return (parsed.data.lapDTOs ?? []).flatMap((one) => {
    const { data } = lap.safeParse(one);
    if (!data) return [];
    return [
      {
        startedAt: garminInstant(data.startTimeGMT),
        durationS: atLeast(0, data.duration),
        distanceM: atLeast(0, data.distance),
        averageHeartRateBpm: atLeast(1, data.averageHR),
        averagePowerW: atLeast(0, data.averagePower),
      },
    ];
  });
}

function atLeast(least: number, value: number | null | undefined): number | null {
  return typeof value === "number" && value >= least ? value : null;
}
