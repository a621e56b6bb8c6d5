import "server-only";
import { adoptActivity } from "@/db/mutations/adopt-activity";
import { saveActivity } from "@/db/mutations/save-activity";
import { findOverlappingActivity } from "@/db/queries/find-overlapping-activity";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import type { AthleteTx } from "@/db/scope";
import { encodeStreams } from "@/db/streams/encode-streams";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { utcOffsetSeconds, wallClockAt } from "@/lib/dates/zoned-time";
import { activityTitle } from "@/lib/training/activity/activity-title";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { analysisColumns } from "./analysis-columns";
import { analyzeForAthlete } from "./analyze-for-athlete";
import { saveBests } from "./save-bests";

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
 * has it from another file (SIG-8). A whole recording takes the place of a part of it.
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
  if (other) await adoptActivity(tx, other.id, { sourceFileId, sessionIndex });

  const utcOffsetS = recorded.utcOffsetS ?? utcOffsetSeconds(startedAt, ctx.timeZone);
  // The offset as a zone of its own: the day and the hour are those where it happened.
  const wall = wallClockAt(new Date(startedAt.getTime() + utcOffsetS * 1000), "UTC");
  const settings = await thresholdsOn(tx, wall.day, recorded.sport);
  const analysis = analyzeForAthlete(recorded, settings);
  const saved = await saveActivity(tx, {
    activity: {
      sourceFileId,
      sessionIndex,
      sport: recorded.sport,
      subSport: recorded.subSport,
      title: recorded.title ?? activityTitle(recorded.sport, recorded.subSport, wall.hour),
      startedAt,
      utcOffsetS,
      day: wall.day,
      elapsedS: recorded.elapsedS,
      timerS: recorded.timerS,
      distanceM: recorded.distanceM,
      isIndoor: recorded.isIndoor,
      isPartial: input.isPartial,
      rpe: recorded.deviceValues.rpe ?? null,
      laps: [...recorded.laps],
      lengths: [...recorded.lengths],
      sets: [...recorded.sets],
      device: recorded.device,
      deviceValues: recorded.deviceValues,
      ...analysisColumns(analysis, ctx.now),
    },
    streams: analysis.streams.lengthS > 0 ? encodeStreams(analysis.streams) : null,
  });
  await saveBests(tx, saved.id, { recorded, analysis, settings });
  return { activityId: saved.id, days: other ? [wall.day, other.day] : [wall.day] };
}
