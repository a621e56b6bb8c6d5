import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { setActivityFacts } from "@/db/mutations/set-activity-facts";
import type { JournalEntry } from "@/db/queries/activity-edits";
import { type ActivityFacts, activityFacts } from "@/db/queries/activity-facts";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, invalidInput, notFound } from "@/lib/errors";
import type { ActivityEdit, EditKind, EffectiveFacts } from "@/lib/training/activity/activity-edit";
import type { LoadAlternative, RecordedActivity } from "@/lib/training/activity/activity-types";
import { applyEdits } from "@/lib/training/activity/apply-edits";
import { chooseLoad } from "@/lib/training/load/choose-load";
import { sessionRpeLoad } from "@/lib/training/load/session-rpe-load";
import { activeEdits } from "./active-edits";
import { analyzeEdited } from "./analyze-edited";
import { factColumns } from "./fact-columns";
import { type ReadRecording, readRecordings } from "./read-recordings";
import { assertStillThese, combined } from "./save-combined";
import { storeAnalysis } from "./store-analysis";

/** Edits that change what is analysed, so that the recording is read again. */
const ANALYSED_AGAIN: ReadonlySet<EditKind> = new Set([
  "sport",
  "exclude",
  "ignore_sensor",
  "bouts",
]);
/** Edits that no load and no morning hangs on. */
const WITHOUT_LOAD: ReadonlySet<EditKind> = new Set(["title", "feel", "remark", "bouts"]);

type Change = {
  /** The edits that hold afterwards. */
  readonly edits: readonly ActivityEdit[];
  /** Writes it into the journal. */
  readonly write: (tx: AthleteTx) => Promise<void>;
};
type Read = { readonly recorded: RecordedActivity; readonly recordings: readonly ReadRecording[] };

/**
 * Changes an activity's journal and everything that follows from it, all or nothing; a job
 * computes the days after it. An edit that changes nothing leaves no row. Throws "not_found",
 * "unsupported" without a recording to analyse, "invalid_input" when nothing would be left,
 * "conflict" when the recording was replaced meanwhile.
 */
export async function changeActivity(
  ctx: AthleteContext,
  activityId: string,
  kind: EditKind,
  change: (active: readonly JournalEntry[]) => Change,
): Promise<void> {
  const read = ANALYSED_AGAIN.has(kind) ? await readAgain(ctx, activityId) : null;
  await ctx.tx(async (tx) => {
    await lockAthlete(tx);
    const row = await activityFacts(tx, activityId);
    if (row === null) throw notFound("This activity");
    if (read !== null) await assertStillThese(tx, activityId, read.recordings);
    const active = await activeEdits(tx, activityId);
    const { edits, write } = change(active);
    const factsAfter = (some: readonly ActivityEdit[]) =>
      applyEdits(row.original, some, row.localHour);
    const isSame = isEqual(factsAfter(edits), factsAfter(active));
    if (isSame && edits.length > active.length) return;
    await write(tx);
    if (isSame) return;
    const facts = factsAfter(edits);
    await storeFacts(ctx, tx, { activityId, row, read, facts, isEdited: edits.length > 0 });
    if (WITHOUT_LOAD.has(kind)) return;
    const { athleteId } = ctx;
    await enqueueEvent(tx, events.daysChanged.create({ athleteId, fromDay: row.day }));
  });
}

type Stored = {
  readonly activityId: string;
  readonly row: ActivityFacts;
  readonly read: Read | null;
  readonly facts: EffectiveFacts;
  readonly isEdited: boolean;
};

async function storeFacts(ctx: AthleteContext, tx: AthleteTx, stored: Stored): Promise<void> {
  const { activityId, row, read, facts } = stored;
  const named = factColumns(facts, row.original, stored.isEdited);
  if (read === null) {
    await setActivityFacts(tx, activityId, { ...named, ...loadsAfter(row, facts) });
    return;
  }
  const { recorded } = read;
  const settings = await thresholdsOn(tx, row.day, facts.sport);
  const analysed = analyzeEdited({ recorded, facts, settings, analysedAt: ctx.now });
  if (analysed.columns.timerS <= 0 && recorded.timerS > 0) throw nothingLeft();
  await setActivityFacts(tx, activityId, named);
  await storeAnalysis(tx, activityId, analysed);
}

async function readAgain(ctx: AthleteContext, activityId: string): Promise<Read> {
  const recordings = await readRecordings(ctx, activityId);
  if (recordings.every(({ recorded }) => recorded === null)) {
    await ctx.tx(async (tx) => {
      if ((await activityFacts(tx, activityId)) === null) throw notFound("This activity");
    });
    throw new AppError(
      "unsupported",
      "This activity has no recording to calculate again, so this cannot be changed.",
    );
  }
  return { recorded: combined(recordings).result.recorded, recordings };
}

/** The loads with the rating as it is now, and the one that counts. */
function loadsAfter({ loads: before, timerS }: ActivityFacts, facts: EffectiveFacts) {
  const others = before.filter((load) => load.method !== "srpe");
  const { loads, chosen } = chooseLoad(
    [...others, ...sessionRpeAlternative(timerS, facts.rpe)],
    facts.sport,
    facts.loadMethod,
  );
  return { loads, load: chosen?.load ?? null, loadMethod: chosen?.method ?? null };
}

const RPE_FORMULA = "HR-3@1";

function sessionRpeAlternative(timerS: number, rpe: number | null): LoadAlternative[] {
  const load = rpe === null ? null : sessionRpeLoad(timerS, rpe);
  return load === null ? [] : [{ method: "srpe", load, formula: RPE_FORMULA }];
}

function isEqual(a: EffectiveFacts, b: EffectiveFacts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function nothingLeft(): AppError {
  return invalidInput("That would leave nothing of the activity. Leave out a shorter stretch.");
}
