import { encodeCurve } from "@/db/curves/curve-codec";
import { addActivityEdit } from "@/db/mutations/add-activity-edit";
import { addContextEvent } from "@/db/mutations/add-context-event";
import { addImportFiles } from "@/db/mutations/add-import-files";
import { createBatch } from "@/db/mutations/create-batch";
import { finishImportFile } from "@/db/mutations/finish-import-file";
import { pauseBatch } from "@/db/mutations/halt-batch";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { replaceBests } from "@/db/mutations/replace-bests";
import { saveActivity } from "@/db/mutations/save-activity";
import { saveCheckIn } from "@/db/mutations/save-check-in";
import { saveCourse } from "@/db/mutations/save-course";
import { saveDailyLoads } from "@/db/mutations/save-daily-loads";
import { saveMorningDraft } from "@/db/mutations/save-morning-draft";
import { type MorningRow, saveMornings } from "@/db/mutations/save-mornings";
import { saveRecording } from "@/db/mutations/save-recording";
import { saveThreshold } from "@/db/mutations/save-threshold";
import { saveWeeklyReadiness } from "@/db/mutations/save-weekly-readiness";
import { separateRecordings } from "@/db/mutations/separate-recordings";
import { startBatch } from "@/db/mutations/start-batch";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { activityEdits } from "@/db/queries/activity-edits";
import { recordingsOfActivity } from "@/db/queries/recordings-of-activity";
import { aiSettings, modelCalls, sentFacts } from "@/db/schema/assistant";
import {
  athleteKeys,
  busyTimes,
  connectionCursors,
  connections,
  oauthAttempts,
  remoteActivities,
  syncRuns,
} from "@/db/schema/connections";
import { athleteSchedules, wellnessRecords } from "@/db/schema/days";
import { insights } from "@/db/schema/insights";
import { watchedFolders } from "@/db/schema/watched-folders";
import type { AthleteTx } from "@/db/scope";
import { encodeStreams } from "@/db/streams/encode-streams";
import { localDate } from "@/lib/dates/local-date";
import { type AthleteId, newId } from "@/lib/ids";
import type { MorningDraft } from "@/lib/training/recovery/morning-types";
import { activityRow } from "./activity-row";
import { insightRow } from "./insight-row";

export const ROWS_DAY = localDate("2026-03-10");
export const ROWS_SHA256 = "b0".repeat(32);
export const ROWS_OTHER_SHA256 = "b1".repeat(32);
export const ROWS_SEPARATION = [
  { sha256: ROWS_SHA256, sessionIndex: 3 },
  { sha256: ROWS_OTHER_SHA256, sessionIndex: 0 },
] as const;
export const ROWS_START = new Date("2026-03-10T06:00:00Z");
/** One second's best, in W. */
const ROWS_BESTS = Float64Array.of(313.7);
export const ROWS_STREAMS = encodeStreams({
  lengthS: 2,
  timerOn: new Uint8Array([1, 1]),
  channels: { powerW: { values: new Float32Array([200, 210]), valid: new Uint8Array([1, 1]) } },
});

export type AthleteRows = {
  readonly athleteId: AthleteId;
  readonly sourceFileId: string;
  readonly batchId: string;
  /** A batch that still takes files. */
  readonly openBatchId: string;
  /** A batch whose files all have their outcome. */
  readonly doneBatchId: string;
  /** A paused batch with a file that may be tried again. */
  readonly pausedBatchId: string;
  readonly waitingFileId: string;
  readonly activityId: string;
  readonly insightId: string;
  /** An edit of that activity that holds. */
  readonly editId: string;
  readonly recordingId: string;
  /** Recorded at the same time by another file; not worked out with it yet. */
  readonly overlappingId: string;
  /** One without a recording. */
  readonly bareActivityId: string;
  readonly contextEventId: string;
  readonly thresholdId: string;
  readonly connectionId: string;
  readonly syncRunId: string;
  readonly modelCallId: string;
};

/** As the vendor knows the connection's account and its one activity. */
export const ROWS_ACCOUNT_ID = "account-b";
export const ROWS_EXTERNAL_ID = "activity-b";
/** Who holds the right to renew its tokens. */
export const ROWS_OWNER = "process-b";
/** Stands for everything that is sealed. */
export const ROWS_SECRET = new Uint8Array([7, 7, 7]);

/** One row at least in every table that an athlete owns. */
export async function createAthleteRows(tx: AthleteTx): Promise<AthleteRows> {
  const { id: sourceFileId } = await storeSourceFile(tx, {
    sha256: ROWS_SHA256,
    kind: "fit",
    byteLength: 3,
    content: new Uint8Array([1, 2, 3]),
  });
  const { id: activityId } = await saveActivity(tx, {
    activity: activityRow(sourceFileId, {
      title: "Tempo by the river",
      startedAt: ROWS_START,
      sets: [
        {
          startS: 0,
          durationS: 40,
          isActive: true,
          exercise: "plank",
          repetitions: null,
          weightKg: null,
        },
      ],
    }),
    streams: ROWS_STREAMS,
  });
  await replaceBests(tx, activityId, {
    curves: (["power", "power_after_10"] as const).map((kind) =>
      encodeCurve({ kind, bests: ROWS_BESTS, starts: Int32Array.of(0) }),
    ),
    efforts: [{ distanceM: 1000, durationS: 251.5193, startS: 60 }],
  });
  await saveCourse(tx, activityId, {
    lengthM: 5000,
    latitudeDeg: Float64Array.of(47.1, 47.12),
    longitudeDeg: Float64Array.of(9.1, 9.12),
  });
  await addActivityEdit(tx, activityId, { kind: "remark", value: "Legs like lead" });
  const editId = (await activityEdits(tx, activityId))[0]?.id ?? "";
  const thresholdId = await saveThreshold(tx, {
    kind: "ftp_w",
    value: 287.4625,
    validFrom: ROWS_DAY,
  });
  const recorded = await createRecordings(tx, activityId, sourceFileId);
  const { contextEventId } = await createDays(tx);
  const insightId = await createInsight(tx, activityId);
  const imports = await createImports(tx, sourceFileId, activityId);
  await tx.db.insert(watchedFolders).values({ athleteId: tx.athleteId, folder: "b" });
  const { doneFileId, ...batches } = imports;
  const connected = await createConnection(tx, doneFileId);
  const modelCallId = await createModelCall(tx);
  const ids = { modelCallId, sourceFileId, activityId, editId, thresholdId, insightId };
  const told = { contextEventId };
  return { athleteId: tx.athleteId, ...ids, ...told, ...connected, ...recorded, ...batches };
}

async function createConnection(tx: AthleteTx, importFileId: string) {
  const { athleteId } = tx;
  const secret = ROWS_SECRET;
  const [row] = await tx.db
    .insert(connections)
    .values({
      athleteId,
      provider: "garmin_personal",
      label: "Garmin",
      externalAccountId: ROWS_ACCOUNT_ID,
      credentials: secret,
    })
    .returning({ id: connections.id });
  const connectionId = row?.id ?? "";
  const own = { athleteId, connectionId };
  await tx.db.insert(connectionCursors).values([
    { ...own, kind: "activities", position: { since: "2026-03-11" } },
    { ...own, kind: "changes", position: { fromDay: ROWS_DAY, at: 1 } },
    { ...own, kind: "renewal", position: { owner: ROWS_OWNER, until: 0 } },
    { ...own, kind: "turn", position: { owner: ROWS_OWNER, until: 0 } },
  ]);
  const [run] = await tx.db
    .insert(syncRuns)
    .values({ ...own, trigger: "asked" })
    .returning({ id: syncRuns.id });
  const startedAt = ROWS_START;
  await tx.db.insert(remoteActivities).values([
    { ...own, externalId: ROWS_EXTERNAL_ID, title: "Sea swim", startedAt },
    {
      ...{ ...own, externalId: `${ROWS_EXTERNAL_ID}-fetched`, title: "Lake swim" },
      ...{ status: "fetched" as const, importFileId },
    },
    { ...own, externalId: `${ROWS_EXTERNAL_ID}-failed`, status: "failed" },
  ]);
  const busy = { startAt: ROWS_START, endAt: ROWS_START };
  await tx.db.insert(busyTimes).values({ ...own, uid: "meeting", ...busy });
  await tx.db.insert(athleteKeys).values({ athleteId, wrappedKey: secret, ringKeyId: "1" });
  await tx.db.insert(oauthAttempts).values({
    stateHash: `state-of-${athleteId}`,
    athleteId,
    provider: "strava",
    verifier: secret,
    expiresAt: ROWS_START,
  });
  return { connectionId, syncRunId: run?.id ?? "" };
}

async function createInsight(tx: AthleteTx, activityId: string): Promise<string> {
  const told = { ...insightRow(ROWS_DAY), athleteId: tx.athleteId, createdAt: ROWS_START };
  const rated = { model: "claude-haiku-5-5", feedback: "down", feedbackAt: ROWS_START } as const;
  await tx.db.insert(insights).values([
    { ...told, kind: "briefing" },
    { ...told, kind: "debrief", activityId },
  ]);
  const [row] = await tx.db
    .insert(insights)
    .values({ ...told, kind: "weekly", ...rated })
    .returning({ id: insights.id });
  return row?.id ?? "";
}

async function createModelCall({ db, athleteId }: AthleteTx): Promise<string> {
  const id = newId();
  await db.insert(aiSettings).values({ athleteId, consentedAt: ROWS_START });
  const call = {
    feature: "weekly" as const,
    day: ROWS_DAY,
    model: "claude-haiku-5-5",
    isBatch: true,
  };
  await db.insert(modelCalls).values({ id, athleteId, ...call, costUsd: 251.5193 });
  await db.insert(sentFacts).values({ athleteId, callId: id, facts: ROWS_SECRET });
  return id;
}

async function createRecordings(tx: AthleteTx, activityId: string, sourceFileId: string) {
  const { id: otherFileId } = await storeSourceFile(tx, {
    sha256: ROWS_OTHER_SHA256,
    kind: "gpx",
    byteLength: 3,
    content: new Uint8Array([4, 5, 6]),
  });
  const other = activityRow(otherFileId, { sport: "walking", startedAt: ROWS_START });
  const { id: overlappingId } = await saveActivity(tx, { activity: other, streams: null });
  const bare = { ...other, sessionIndex: 1, sport: "yoga" as const };
  const { id: bareActivityId } = await saveActivity(tx, { activity: bare, streams: null });
  await saveRecording(tx, recordingRow(activityId, sourceFileId, ROWS_START));
  await saveRecording(tx, recordingRow(overlappingId, otherFileId, null));
  await separateRecordings(tx, [ROWS_SEPARATION]);
  const [recording] = await recordingsOfActivity(tx, activityId);
  return { recordingId: recording?.id ?? "", overlappingId, bareActivityId };
}

function recordingRow(activityId: string, sourceFileId: string, combinedAt: Date | null) {
  const { sport, startedAt, utcOffsetS, day, elapsedS, timerS, device } = activityRow(sourceFileId);
  const told = { sport, startedAt, utcOffsetS, day, elapsedS, timerS, device };
  return { ...told, activityId, sourceFileId, sessionIndex: 0, combinedAt };
}

async function createImports(tx: AthleteTx, sourceFileId: string, activityId: string) {
  const file = (name: string) => ({ name, byteLength: 3, spoolKey: `spool-${name}` });
  const openBatchId = await createBatch(tx, { origin: "upload" });
  const doneBatchId = await createBatch(tx, { origin: "upload" });
  const batchId = await createBatch(tx, { origin: "upload" });
  const [doneFileId = "", waitingFileId = ""] = await addImportFiles(tx, batchId, [
    { ...file("tempo.fit"), watchedKey: "tempo.fit|3|1000" },
    file("waiting.fit"),
  ]);
  const activityIds = [activityId];
  await finishImportFile(tx, doneFileId, { status: "imported", sourceFileId, activityIds });
  await startBatch(tx, batchId);
  await startBatch(tx, doneBatchId);
  const pausedBatchId = await createBatch(tx, { origin: "upload" });
  const [failedFileId = ""] = await addImportFiles(tx, pausedBatchId, [file("failed.fit")]);
  await finishImportFile(tx, failedFileId, { status: "rejected", reasonCode: "unexpected" });
  await startBatch(tx, pausedBatchId);
  await pauseBatch(tx, pausedBatchId);
  return { openBatchId, doneBatchId, batchId, pausedBatchId, waitingFileId, doneFileId };
}

async function createDays(tx: AthleteTx): Promise<{ contextEventId: string }> {
  const day = ROWS_DAY;
  const answers = { readiness: 2, soreness: 3, mood: 4, stress: 2, hasSymptoms: true };
  await saveCheckIn(tx, { day, ...answers, note: "Sore throat" });
  await saveWeeklyReadiness(tx, day, 3);
  await mergeWellnessDays(tx, [
    { day, source: "garmin:hrv", hrvRmssdMs: 41.5193, steps: 8123 },
    { day, source: "apple_health:steps", steps: 9051 },
  ]);
  await addContextEvent(tx, { kind: "illness", title: "Cold", fromDay: day, toDay: day });
  const series = { fitness: 51.5193, fatigue: 63.25, form: -11.75, load: 83.5, durationS: 3600 };
  const context = { ramp: null, monotony: null, strain: null, acwr: 1.25 };
  const formula = "PMC-exp@1";
  const loads = ["all", "running"].map((sport) => ({ day, sport, ...series, ...context, formula }));
  await saveDailyLoads(tx, day, loads);
  const race = { kind: "race", title: "Spring race", fromDay: day, toDay: day } as const;
  const contextEventId = await addContextEvent(tx, race);
  const morning = {
    day,
    recovery: { score: 44 },
    decision: { decision: "ease" },
    recommendation: { rationale: ["A sore throat"] },
    inputs: { hrv: 41.5193 },
    computedAt: ROWS_START,
  } as unknown as MorningRow;
  await saveMornings(tx, [morning]);
  // Said since the day was worked out, and a morning that is under way.
  const record = { athleteId: tx.athleteId, day, source: "garmin:stress", receivedAt: ROWS_START };
  await tx.db.insert(wellnessRecords).values({ ...record, fields: { stressAvg: 31 } });
  await saveMorningDraft(tx, { day } as MorningDraft);
  await tx.db.update(athleteSchedules).set({ lastMorningDay: day });
  return { contextEventId };
}
