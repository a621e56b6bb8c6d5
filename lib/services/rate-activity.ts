import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { setActivityEffort } from "@/db/mutations/set-activity-effort";
import { activityEffort } from "@/db/queries/activity-effort";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { RateActivityInput } from "@/lib/schemas/activity";
import type { LoadAlternative } from "@/lib/training/activity/activity-types";
import { chooseLoad } from "@/lib/training/load/choose-load";
import { sessionRpeLoad } from "@/lib/training/load/session-rpe-load";

const FORMULA = "HR-3@1";

export type RatedLoad = {
  readonly load: number | null;
  readonly loadMethod: LoadAlternative["method"] | null;
};

/**
 * Keeps how hard the activity felt and works out the loads that follow; the days from its
 * own on are computed again when the rating changed. Throws "not_found" for an activity
 * that is not the athlete's.
 */
export async function rateActivity(
  ctx: AthleteContext,
  input: RateActivityInput,
): Promise<RatedLoad> {
  return ctx.tx(async (tx) => {
    const activity = await activityEffort(tx, input.activityId);
    if (activity === null) throw notFound("This activity");
    const { loads, chosen } = chooseLoad(
      [
        ...activity.loads.filter((load) => load.method !== "srpe"),
        ...sessionRpeAlternative(activity.timerS, input.rpe),
      ],
      activity.sport,
    );
    const rated = { load: chosen?.load ?? null, loadMethod: chosen?.method ?? null };
    if (activity.rpe === input.rpe) return rated;
    await setActivityEffort(tx, input.activityId, { rpe: input.rpe, loads, ...rated });
    await enqueueEvent(
      tx,
      events.daysChanged.create({ athleteId: ctx.athleteId, fromDay: activity.day }),
    );
    return rated;
  });
}

function sessionRpeAlternative(timerS: number, rpe: number | null): LoadAlternative[] {
  const load = rpe === null ? null : sessionRpeLoad(timerS, rpe);
  return load === null ? [] : [{ method: "srpe", load, formula: FORMULA }];
}
