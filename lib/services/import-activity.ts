import "server-only";
import { adoptActivity } from "@/db/mutations/adopt-activity";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { saveActivity } from "@/db/mutations/save-activity";
import { activityEdits } from "@/db/queries/activity-edits";
import { findOverlappingActivity } from "@/db/queries/find-overlapping-activity";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { utcOffsetSeconds, wallClockAt } from "@/lib/dates/zoned-time";
import { activityTitle } from "@/lib/training/activity/activity-title";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { applyEdits } from "@/lib/training/activity/apply-edits";
import { analyzeEdited } from "./analyze-edited";
import { factColumns } from "./fact-columns";
import { storeFindings } from "./store-findings";

type Input = {
  readonly recorded: RecordedActivity;
  readonly sourceFileId: string;
  readonly sessionIndex: number;
  readonly isPartial: boolean;
};

type Result =
  | {
      readonly activityId: string;
      /** Where it is now, and where a part of it was before. */
      readonly days: readonly LocalDate[];
      readonly duplicateOf?: undefined;
    }
  | { readonly duplicateOf: string };

/**
 * Saves one recorded activity with everything computed from it, unless the athlete already
 * has it from another file (SIG-8). A whole recording takes the place of a part of it and keeps
 * its edits.
 */
export async function importActivity(
  ctx: AthleteContext,
  tx: AthleteTx,
  input: Input,
): Promise<Result> {
  const { recorded, sourceFileId, sessionIndex } = input;
  const startedAt = new Date(recorded.startEpochS * 1000);
  const other = await findOverlappingActivity(tx, {
    sport: recorded.sport,
    startedAt,
    elapsedS: recorded.elapsedS,
    exceptSourceFileId: sourceFileId,
  });
  const isCompletion = other?.isPartial === true && !input.isPartial;
  if (other && !isCompletion) return { duplicateOf: other.id };
  if (other) await lockAthlete(tx);
  if (other) await adoptActivity(tx, other.id, { sourceFileId, sessionIndex });
  const edits = other ? await activityEdits(tx, other.id) : [];
  const active = edits.filter((edit) => edit.undoneAt === null);

  const utcOffsetS = recorded.utcOffsetS ?? utcOffsetSeconds(startedAt, ctx.timeZone);
  // The offset as a zone of its own: the day and the hour are those where it happened.
  const wall = wallClockAt(new Date(startedAt.getTime() + utcOffsetS * 1000), "UTC");
  const original = {
    title: recorded.title ?? activityTitle(recorded.sport, recorded.subSport, wall.hour),
    sport: recorded.sport,
    subSport: recorded.subSport,
    rpe: recorded.deviceValues.rpe ?? null,
  };
  const facts = applyEdits(original, active, wall.hour);
  const analysed = await analyzeEdited(ctx, tx, { recorded, facts, day: wall.day });
  const saved = await saveActivity(tx, {
    activity: {
      sourceFileId,
      sessionIndex,
      startedAt,
      utcOffsetS,
      day: wall.day,
      elapsedS: recorded.elapsedS,
      isIndoor: recorded.isIndoor,
      isPartial: input.isPartial,
      laps: [...recorded.laps],
      device: recorded.device,
      deviceValues: recorded.deviceValues,
      ...factColumns(facts, original, active.length > 0),
      ...analysed.columns,
    },
    streams: analysed.streams,
  });
  await storeFindings(tx, saved.id, analysed);
  return { activityId: saved.id, days: other ? [wall.day, other.day] : [wall.day] };
}
