import "server-only";
import { activityDay } from "@/db/queries/activity-day";
import type { AthleteTx } from "@/db/scope";
import type { Streams } from "@/lib/training/activity/activity-types";
import { type WorkBalance, workBalance } from "@/lib/training/capacity/work-balance";
import { estimateCriticalPower } from "./estimate-critical-power";

/** W′ balance of a ride by the critical power of its day; null without power or where that is not known. */
export async function activityWorkBalance(
  tx: AthleteTx,
  activityId: string,
  streams: Streams,
): Promise<WorkBalance | null> {
  const power = streams.channels.powerW;
  if (power === undefined) return null;
  const activity = await activityDay(tx, activityId);
  if (activity?.sport !== "cycling") return null;
  const { fit } = await estimateCriticalPower(tx, activity.day);
  return fit === null ? null : workBalance(power, fit);
}
