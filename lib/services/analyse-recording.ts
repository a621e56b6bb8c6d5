import type { ActivityRow } from "@/db/mutations/save-activity";
import type { FileHints } from "@/db/schema/imports";
import type { LocalDate } from "@/lib/dates/local-date";
import { utcOffsetSeconds, wallClockAt } from "@/lib/dates/zoned-time";
import type { ActivityEdit, OriginalFacts } from "@/lib/training/activity/activity-edit";
import { activityTitle } from "@/lib/training/activity/activity-title";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { applyEdits } from "@/lib/training/activity/apply-edits";
import { analyzeEdited, type EditedAnalysis } from "./analyze-edited";
import type { Capacities } from "./capacities-of";
import { factColumns } from "./fact-columns";

/** What is computed from a recording, ready to be stored; plain data, without its samples. */
export type AnalysedActivity = Omit<EditedAnalysis, "columns"> & {
  readonly recorded: Pick<
    RecordedActivity,
    "sport" | "elapsedS" | "timerS" | "distanceM" | "device"
  >;
  readonly startedAt: Date;
  readonly day: LocalDate;
  /** The columns of its row, without those that say where it came from. */
  readonly columns: Omit<ActivityRow, "sourceFileId" | "sessionIndex" | "isPartial">;
};

/** Whose clock it is told by, and when: a context is one. */
export type AnalysisMoment = { readonly timeZone: string; readonly now: Date };

export type AnalysisSource = {
  readonly hints: FileHints | null;
  readonly capacities: Capacities;
  /** Of an activity that has been before: they stand in front of what the recording says. */
  readonly original?: OriginalFacts | undefined;
  readonly edits?: readonly ActivityEdit[];
};

/**
 * Analyses one recording, with its edits, by the athlete's capacities of its day. What came
 * along with the file (`hints`) says what the file itself does not.
 */
export function analyseRecording(
  { timeZone, now }: AnalysisMoment,
  found: RecordedActivity,
  { hints, capacities, edits = [], ...from }: AnalysisSource,
): AnalysedActivity {
  const recorded = withHints(found, hints);
  const { hour, ...times } = whenOf(recorded, timeZone);
  const original = from.original ?? originalFacts(recorded, hour, hints?.remark ?? null);
  const facts = applyEdits(original, edits, hour);
  const settings = capacities.on(times.day, facts.sport);
  const analysed = analyzeEdited({ recorded, facts, settings, analysedAt: now });
  const { sport, elapsedS, timerS, distanceM, device } = recorded;
  return {
    ...analysed,
    recorded: { sport, elapsedS, timerS, distanceM, device },
    startedAt: times.startedAt,
    day: times.day,
    columns: {
      ...times,
      elapsedS,
      isIndoor: recorded.isIndoor,
      device,
      deviceValues: recorded.deviceValues,
      ...factColumns(facts, original, edits.length > 0),
      ...analysed.columns,
    },
  };
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
