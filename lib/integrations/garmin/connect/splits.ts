import { z } from "zod";
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
        startedAt: startOf(data.startTimeGMT),
        durationS: atLeast(0, data.duration),
        distanceM: atLeast(0, data.distance),
        averageHeartRateBpm: atLeast(1, data.averageHR),
        averagePowerW: atLeast(0, data.averagePower),
      },
    ];
  });
}

/** "2026-01-08T14:10:21.0" means UTC, though it does not say so. */
function startOf(text: string | null | undefined): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text ?? "");
  const date = match ? new Date(`${match[1]}T${match[2]}Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

function atLeast(least: number, value: number | null | undefined): number | null {
  return typeof value === "number" && value >= least ? value : null;
}
