import "server-only";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { answerOn } from "@/db/queries/answer-on";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { judgedActivities } from "@/db/queries/track-record";
import type { AthleteTx } from "@/db/scope";
import { addDays } from "@/lib/dates/local-date";
import { keySteps } from "@/lib/training/alignment/key-steps";
import { activityDebrief } from "@/lib/training/briefing/activity-debrief";
import type { DebriefInput } from "@/lib/training/briefing/debrief-input";
import type { Finding } from "@/lib/training/insights/finding";
import { chosenWorkout } from "@/lib/training/plan/chosen-workout";
import {
  executionOf,
  type JudgedActivity,
  USUAL_DAYS,
} from "@/lib/training/track-record/execution-of";
import { usualOf } from "@/lib/training/track-record/usual-of";
import { detectorBests } from "./detector-bests";
import type { PlannedAgainstDone } from "./planned-against-done";

const COMBINED = "all";
const MIN_USUAL = 5;

/** How an activity went and what follows, by rules; null for one that is not stored (any more). */
export async function debriefActivity(
  tx: AthleteTx,
  { id, day }: Pick<ActivityDetail, "id" | "day">,
  planned: PlannedAgainstDone | null,
): Promise<Finding | null> {
  const activities = await judgedActivities(tx, addDays(day, -USUAL_DAYS), day);
  const activity = activities.find((one) => one.id === id);
  if (!activity) return null;
  const before = activities.filter((one) => one.day < day);
  const answer = planned?.origin === "accepted" ? await answerOn(tx, day) : null;
  const [after = null] = await dailyLoadsBetween(tx, day, day, COMBINED);
  return activityDebrief({
    activity,
    execution: executionOf(activity, answer && chosenWorkout(answer), before),
    plan: planOf(planned),
    usualLoad: usualLoad(activity, before),
    bests: (await detectorBests(tx, day, [activity])).filter((best) => best.activityId === id),
    after,
  });
}

function usualLoad({ sport }: JudgedActivity, before: readonly JudgedActivity[]): number | null {
  const loads = before.flatMap((one) => (one.sport === sport ? (one.load ?? []) : []));
  return usualOf(loads, MIN_USUAL);
}

function planOf(planned: PlannedAgainstDone | null): DebriefInput["plan"] {
  if (planned === null || planned.origin === "elsewhere") return null;
  const { alignment } = planned;
  if (alignment.source === "none") return null;
  const keys = keySteps(alignment.steps.map(({ step }) => step));
  const own = alignment.steps.filter(({ step }) => keys.has(step));
  const held = own.filter(({ inRange }) => inRange !== null);
  const seconds = held.reduce((sum, { timerS }) => sum + (timerS ?? 0), 0);
  const within = held.reduce((sum, one) => sum + (one.inRange ?? 0) * (one.timerS ?? 0), 0);
  return {
    steps: own.length,
    done: own.filter(({ status }) => status === "done").length,
    inRange: seconds === 0 ? null : within / seconds,
  };
}
