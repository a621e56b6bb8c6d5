import "server-only";
import type { ActivityRow } from "@/db/mutations/save-activity";
import type { FileHints } from "@/db/schema/imports";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { utcOffsetSeconds, wallClockAt } from "@/lib/dates/zoned-time";
import type { ActivityEdit, OriginalFacts } from "@/lib/training/activity/activity-edit";
import { activityTitle } from "@/lib/training/activity/activity-title";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { applyEdits } from "@/lib/training/activity/apply-edits";
import { analyzeEdited, type EditedAnalysis } from "./analyze-edited";
import type { Capacities } from "./capacities-of";
import { factColumns } from "./fact-columns";

/** A recording with all that is computed from it, ready to be stored. */
export type AnalysedActivity = Omit<EditedAnalysis, "columns"> & {
  readonly recorded: RecordedActivity;
  readonly startedAt: Date;
  readonly day: LocalDate;
  /** The columns of its row, without those that say where it came from. */
  readonly columns: Omit<ActivityRow, "sourceFileId" | "sessionIndex" | "isPartial">;
  /** The same recording as it is with these edits; as it is without any. */
  withEdits(edits: readonly ActivityEdit[]): AnalysedActivity;
};

/**
 * Analyses one recording by the athlete's capacities of its day. What came along with the
 * file (`hints`) says what the file itself does not.
 */
export function analyseRecording(
  ctx: AthleteContext,
  found: RecordedActivity,
  from: {
    readonly hints: FileHints | null;
    readonly capacities: Capacities;
    /** Of an activity that has been before: they stand in front of what the recording says. */
    readonly original?: OriginalFacts | undefined;
  },
): AnalysedActivity {
  const recorded = withHints(found, from.hints);
  return withEdits([]);

  function withEdits(edits: readonly ActivityEdit[]): AnalysedActivity {
    const when = whenOf(recorded, ctx.timeZone);
    const { hour, ...times } = when;
    const original = from.original ?? originalFacts(recorded, hour, from.hints?.remark ?? null);
    const facts = applyEdits(original, edits, hour);
    const settings = from.capacities.on(when.day, facts.sport);
    const analysed = analyzeEdited({ recorded, facts, settings, analysedAt: ctx.now });
    const same: AnalysedActivity = {
      ...analysed,
      recorded,
      startedAt: when.startedAt,
      day: when.day,
      columns: {
        ...times,
        elapsedS: recorded.elapsedS,
        isIndoor: recorded.isIndoor,
        laps: [...recorded.laps],
        device: recorded.device,
        deviceValues: recorded.deviceValues,
        ...factColumns(facts, original, edits.length > 0),
        ...analysed.columns,
      },
      withEdits: (others) => (others.length === 0 && edits.length === 0 ? same : withEdits(others)),
    };
    return same;
  }
}

/** The offset as a zone of its own: the day and the hour are those where it happened. */
function whenOf({ startEpochS, utcOffsetS }: RecordedActivity, timeZone: string) {
  const startedAt = new Date(startEpochS * 1000);
  const offsetS = utcOffsetS ?? utcOffsetSeconds(startedAt, timeZone);
  const { day, hour } = wallClockAt(new Date(startedAt.getTime() + offsetS * 1000), "UTC");
  return { startedAt, utcOffsetS: offsetS, day, hour };
}

function originalFacts(
  { title, sport, subSport, deviceValues }: RecordedActivity,
  hour: number,
  remark: string | null,
): OriginalFacts {
  const rpe = deviceValues.rpe ?? null;
  return { title: title ?? activityTitle(sport, subSport, hour), sport, subSport, rpe, remark };
}

function withHints(recorded: RecordedActivity, hints: FileHints | null): RecordedActivity {
  if (hints === null) return recorded;
  const rpe = recorded.deviceValues.rpe ?? hints.rpe;
  return {
    ...recorded,
    sport: recorded.sport === "other" ? (hints.sport ?? "other") : recorded.sport,
    title: hints.title ?? recorded.title,
    deviceValues: rpe === undefined ? recorded.deviceValues : { ...recorded.deviceValues, rpe },
  };
}
