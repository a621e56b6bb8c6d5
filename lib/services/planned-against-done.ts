import "server-only";
import { type ActivityOnDay, activitiesOnDay } from "@/db/queries/activities-on-day";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { answerOn } from "@/db/queries/answer-on";
import type { AthleteContext } from "@/lib/auth/context";
import type { Streams } from "@/lib/training/activity/activity-types";
import { lengthSpeed } from "@/lib/training/activity/length-speed";
import { alignWorkout } from "@/lib/training/alignment/align-workout";
import type { WorkoutAlignment } from "@/lib/training/alignment/alignment-types";
import { activityOfWorkout } from "@/lib/training/plan/activity-of-workout";
import { chosenWorkout } from "@/lib/training/plan/chosen-workout";
import { planOfRecommendation } from "@/lib/training/plan/plan-of-recommendation";
import type { PlannedWorkout } from "@/lib/training/plan/planned-workout";

export type PlannedAgainstDone =
  | {
      /** Who planned it: the device's own workout, or the one accepted on Today. */
      readonly origin: "device" | "accepted";
      readonly plan: PlannedWorkout;
      readonly alignment: WorkoutAlignment;
      /** What it was held against. */
      readonly streams: Streams;
    }
  /** The day's workout was this other activity. */
  | { readonly origin: "elsewhere"; readonly done: Pick<ActivityOnDay, "id" | "title"> };

/**
 * What was planned for an activity and what came of it, worked out anew from what is stored, so
 * that it follows every edit; null when nothing was planned.
 */
export async function plannedAgainstDone(
  ctx: AthleteContext,
  activity: ActivityDetail,
  streams: Streams | null,
): Promise<PlannedAgainstDone | null> {
  if (activity.workout !== null) return held("device", activity.workout, activity, streams);
  const { answer, others } = await ctx.tx(async (tx) => ({
    answer: await answerOn(tx, activity.day),
    others: await activitiesOnDay(tx, activity.day),
  }));
  const workout = answer && chosenWorkout(answer);
  if (workout?.sport !== activity.sport) return null;
  const done = activityOfWorkout(workout, others);
  if (done === null) return null;
  if (done.id !== activity.id) return { origin: "elsewhere", done };
  return held("accepted", planOfRecommendation(workout), activity, streams);
}

function held(
  origin: "device" | "accepted",
  plan: PlannedWorkout,
  activity: ActivityDetail,
  recorded: Streams | null,
): PlannedAgainstDone {
  const streams = recorded === null ? NONE : withPoolSpeed(recorded, activity);
  const { laps, sport } = activity;
  const alignment = alignWorkout({ workout: plan, streams, laps, sport });
  return { origin, plan, alignment, streams };
}

const NONE: Streams = { lengthS: 0, timerOn: new Uint8Array(0), channels: {} };

/** Watches count lengths in a pool and record no speed. */
function withPoolSpeed(streams: Streams, { lengths, distanceM }: ActivityDetail): Streams {
  const active = lengths.filter(({ isActive }) => isActive).length;
  if (streams.channels.speedMps || active === 0 || distanceM === null) return streams;
  const speedMps = lengthSpeed(lengths, distanceM / active, streams.lengthS);
  return { ...streams, channels: { ...streams.channels, speedMps } };
}
