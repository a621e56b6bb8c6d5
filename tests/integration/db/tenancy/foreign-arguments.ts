import { addDays } from "@/lib/dates/local-date";
import { newId } from "@/lib/ids";
import { activityRow } from "@/tests/support/activity-row";
import type { AthleteRows } from "@/tests/support/athlete-rows";
import {
  ROWS_DAY,
  ROWS_EXTERNAL_ID,
  ROWS_OWNER,
  ROWS_SECRET,
  ROWS_SEPARATION,
  ROWS_SHA256,
  ROWS_START,
  ROWS_STREAMS,
} from "@/tests/support/athlete-rows";
import type { ArgumentTable } from "./athlete-functions";

const DAY = ROWS_DAY;
const NEXT_DAY = addDays(DAY, 1);
const NOW = new Date("2026-03-11T08:00:00Z");
const ANALYSIS = { load: 1, analysedAt: NOW };
const FILE = { name: "a.fit", byteLength: 1, spoolKey: "k" };
const OBSERVATION = { day: DAY, source: "garmin:hrv", hrvRmssdMs: 99 };
const ACCOUNT = {
  provider: "garmin_personal" as const,
  label: "Another",
  externalAccountId: null,
  scopes: [],
  credentialsExpireAt: null,
  nextSyncAt: NOW,
};
const PROBLEM = { code: "unavailable", problem: "x" };
const REMOTE = { externalId: "new", startedAt: NOW, title: null, version: null };
const NOTHING_FORMER = { formerActivityId: null, formerFacts: null };
const RECORDED = {
  sport: "running" as const,
  startedAt: ROWS_START,
  utcOffsetS: 3600,
  day: DAY,
  elapsedS: 60,
  timerS: 60,
  device: { manufacturer: null, product: null, serial: null },
};
const INSIGHT = {
  kind: "daily" as const,
  fromDay: DAY,
  toDay: DAY,
  position: 0,
  writtenBy: "rules" as const,
  detector: "sleep-short",
  formula: "DET-SLEEP@1",
  severity: "notice" as const,
  title: "x",
  text: "x",
  action: "x",
  evidence: [],
  series: [],
  validUntil: NOW,
};
const REWORDED = {
  cited: { facts: [], claims: { title: [], text: [], action: [] } },
  title: "x",
  text: "x",
  action: "x",
  model: "m",
  factsHash: "f",
};
const ASKED = {
  ...{ model: "claude-haiku-5-5" as const, promptHash: "p", factsHash: "f", costUsd: 1 },
};
const ASKED_END = {
  ...{ outcome: "ok" as const, inputTokens: 1, outputTokens: 1, cacheReadTokens: 1 },
  ...{ cacheWriteTokens: 1, costUsd: 1, latencyMs: 1, outputHash: "o", requestId: "r" },
};
const none = () => [] as [];

/**
 * For every function of db/queries and db/mutations that takes an AthleteTx: arguments that
 * name rows of the athlete `rows` belongs to, so that the call finds or changes something when
 * that athlete makes it, and nothing of theirs when another one does.
 */
export const foreignArguments: ArgumentTable<AthleteRows> = {
  "mutations/add-activity-edit": {
    addActivityEdit: (b) => [b.activityId, { kind: "title", value: "Taken over" }],
  },
  "mutations/add-context-event": {
    addContextEvent: () => [{ kind: "note", title: "x", fromDay: DAY, toDay: DAY }],
  },
  "mutations/advance-insights": {},
  "mutations/insights": {
    saveInsights: () => [[INSIGHT]],
    replaceInsight: () => [{ ...INSIGHT, kind: "briefing" }, NOW],
    invalidateInsights: () => ["asked", NOW],
    rateInsight: (b) => [b.insightId, "up", NOW],
  },
  "mutations/add-import-files": { addImportFiles: (b) => [b.openBatchId, [FILE]] },
  "mutations/add-recorded-files": {
    addRecordedFiles: () => [
      [
        {
          source: { sha256: "d0", kind: "fit", byteLength: 1, content: new Uint8Array([7]) },
          activities: [],
        },
      ],
    ],
  },
  "mutations/adopt-activity": {
    adoptActivity: (b) => [b.activityId, { sourceFileId: b.sourceFileId, sessionIndex: 7 }],
  },
  "mutations/advance-connections": {},
  "mutations/advance-mornings": {},
  "mutations/audit-log": {},
  "mutations/change-context-event": {
    changeContextEvent: (b) => [b.contextEventId, { title: "y", fromDay: DAY, toDay: DAY }],
    deleteContextEvent: (b) => [b.contextEventId],
  },
  "mutations/connection-cursors": {
    moveCursor: (b) => [
      { connectionId: b.connectionId, kind: "activities" },
      { since: "2026-03-12" },
      NOW,
    ],
    noteChangedFrom: (b) => [b.connectionId, DAY],
    clearChanged: () => [2],
    claimRenewal: (b) => [b.connectionId, { owner: "process-a", seconds: 60 }],
    releaseRenewal: (b) => [b.connectionId, ROWS_OWNER],
  },
  "mutations/connections": {
    saveConnection: () => [ACCOUNT, NOW],
    saveCredentials: (b) => [b.connectionId, new Uint8Array([9])],
    updateConnection: (b) => [b.connectionId, { lastSuccessAt: NOW }],
    noteProblem: (b) => [b.connectionId, PROBLEM],
    deleteConnection: (b) => [b.connectionId],
  },
  "mutations/create-batch": { createBatch: () => [{ origin: "upload" }] },
  "mutations/dead-letters": {},
  "mutations/delete-threshold": { deleteThreshold: (b) => [b.thresholdId] },
  "mutations/delete-source-file": {
    deleteActivity: (b) => [b.activityId],
    deleteSourceFile: (b) => [b.sourceFileId],
  },
  "mutations/delete-wellness": { deleteWellness: () => ["garmin"] },
  "mutations/enqueue-event": {
    enqueueEvent: (b) => [{ name: "days/changed", data: { athleteId: b.athleteId } }],
  },
  "mutations/finish-batch": { finishBatch: (b) => [b.doneBatchId, NOW] },
  "mutations/finish-import-file": {
    finishImportFile: (b) => [b.waitingFileId, { status: "rejected" }],
    finishImportFiles: (b) => [[{ id: b.waitingFileId, outcome: { status: "rejected" } }]],
  },
  "mutations/forget-remote-activities": {
    forgetRemoteActivities: () => ["garmin_personal", new Date("2100-01-01")],
    removeRemoteActivities: (b) => [b.connectionId],
  },
  "mutations/hint-import-files": {
    hintImportFiles: (b) => [[{ id: b.waitingFileId, hints: { title: "Theirs" } }]],
  },
  "mutations/job-crons": {},
  "mutations/job-events": {},
  "mutations/job-leases": {},
  "mutations/job-runs": {},
  "mutations/job-starts": {},
  "mutations/job-steps": {},
  "mutations/halt-batch": {
    pauseBatch: (b) => [b.batchId],
    resumeBatch: (b) => [b.pausedBatchId],
    stopBatch: (b) => [b.batchId],
  },
  "mutations/lock-athlete": { lockAthlete: none },
  "mutations/mark-edit-undone": { markEditUndone: (b) => [b.editId, NOW] },
  "mutations/merge-wellness-days": {
    mergeWellnessDays: () => [[OBSERVATION]],
    recombineWellnessDays: () => [[DAY]],
    areCombined: () => [[DAY]],
  },
  "mutations/move-recording": {
    moveRecording: (b) => [
      b.recordingId,
      { activityId: b.overlappingId, joinedBy: "athlete", ...NOTHING_FORMER },
    ],
  },
  "mutations/note-combined": {
    noteCombined: (b) => [b.recordingId, { combinedAt: NOW }],
  },
  "mutations/oauth-attempts": {
    saveOAuthAttempt: () => [
      { stateHash: "h", provider: "strava", verifier: ROWS_SECRET, expiresAt: NOW },
    ],
    takeOAuthAttempt: (b) => [
      { stateHash: `state-of-${b.athleteId}`, provider: "strava" },
      new Date(0),
    ],
  },
  "mutations/prune-jobs": {},
  "mutations/rate-limits": {},
  "mutations/record-response": {
    recordResponse: () => [DAY, { response: "accepted", chosen: null, respondedAt: NOW }],
  },
  "mutations/remote-activities": {
    saveRemoteActivities: (b) => [b.connectionId, [REMOTE], NOW],
    markActivitiesChanged: (b) => [b.connectionId, ["another"], NOW],
    noteActivityFetched: (b) => [
      b.connectionId,
      { externalId: ROWS_EXTERNAL_ID, seenAt: NOW, importFileId: b.waitingFileId },
      NOW,
    ],
    noteActivityProblem: (b) => [
      b.connectionId,
      { externalId: ROWS_EXTERNAL_ID, status: "no_file", problem: "x" },
    ],
    retryFailedActivities: (b) => [b.connectionId],
    markActivitiesRemoved: (b) => [b.connectionId, { externalIds: [ROWS_EXTERNAL_ID] }, "x"],
  },
  "mutations/remove-joined-activity": {
    removeJoinedActivity: (b) => [b.bareActivityId],
  },
  "mutations/replace-archive": { replaceArchive: (b) => [b.waitingFileId, [FILE]] },
  "mutations/replace-bests": { replaceBests: (b) => [b.activityId, { curves: [], efforts: [] }] },
  "mutations/reschedule-morning": { rescheduleMorning: () => [NOW] },
  "mutations/retry-import-files": { retryImportFiles: (b) => [b.pausedBatchId, null] },
  "mutations/retell-ledger": {
    retellLedger: (b) => [
      b.sourceFileId,
      { from: b.activityId, to: b.overlappingId, isOwn: false },
    ],
  },
  "mutations/save-activity": {
    saveActivity: (b) => [
      { activity: activityRow(b.sourceFileId, { load: 1 }), streams: ROWS_STREAMS },
    ],
  },
  "mutations/save-check-in": {
    saveCheckIn: () => [
      { day: DAY, readiness: 1, soreness: 1, mood: 1, stress: 1, hasSymptoms: false, note: null },
    ],
  },
  "mutations/save-weekly-readiness": { saveWeeklyReadiness: () => [DAY, 1] },
  "mutations/save-course": { saveCourse: (b) => [b.activityId, null] },
  "mutations/save-daily-loads": { saveDailyLoads: () => [DAY, []] },
  "mutations/save-morning-draft": { saveMorningDraft: () => [null] },
  "mutations/save-mornings": {
    saveMornings: () => [
      [
        {
          day: DAY,
          recovery: { score: 1 },
          decision: {},
          recommendation: {},
          inputs: {},
          computedAt: NOW,
        } as never,
      ],
    ],
  },
  "mutations/save-recording": {
    saveRecording: (b) => [
      {
        ...RECORDED,
        activityId: b.activityId,
        sourceFileId: b.sourceFileId,
        sessionIndex: 5,
      },
    ],
  },
  "mutations/save-streams": { saveStreams: (b) => [b.activityId, null] },
  "mutations/save-threshold": {
    saveThreshold: () => [{ kind: "ftp_w", value: 1, validFrom: DAY }],
  },
  "mutations/save-weather": {
    saveWeather: (b) => [
      b.activityId,
      { temperatureC: 7, humidityPercent: null, windSpeedMps: null, windFromDeg: null },
    ],
  },
  "mutations/separate-recordings": {
    separateRecordings: () => [[[ROWS_SEPARATION[0], { sha256: "c0", sessionIndex: 0 }]]],
    unseparateRecordings: () => [[ROWS_SEPARATION]],
  },
  "mutations/sessions": {},
  "mutations/set-curve-grid": { setCurveGrid: (b) => [b.activityId, "grid-x"] },
  "mutations/set-activity-facts": {
    setActivityFacts: (b) => [b.activityId, { title: "Taken over", sport: "yoga" }],
  },
  "mutations/start-batch": { startBatch: (b) => [b.openBatchId] },
  "mutations/store-source-file": {
    storeSourceFile: () => [
      { sha256: ROWS_SHA256, kind: "fit", byteLength: 1, content: new Uint8Array([7]) },
    ],
  },
  "mutations/sync-runs": {
    beginSyncRun: (b) => [{ connectionId: b.connectionId, trigger: "asked" }, NOW],
    countFetched: (b) => [b.connectionId, { days: 1 }],
    noteSyncProblem: (b) => [b.connectionId, PROBLEM],
    finishSyncRun: (b) => [b.syncRunId, { outcome: "done", at: NOW }],
  },
  "mutations/sync-turns": {
    claimTurn: () => [{ owner: "process-a", seconds: 60, isPatient: false }],
    releaseTurn: () => [ROWS_OWNER],
  },
  "mutations/update-activity-analysis": {
    updateActivityAnalysis: (b) => [b.activityId, ANALYSIS, null],
  },
  "mutations/update-profile": { updateProfile: () => [{ displayName: "Somebody" }] },
  "mutations/users": {},
  "mutations/athlete-keys": {
    ensureAthleteKey: () => [{ wrappedKey: new Uint8Array([1]), ringKeyId: "2" }],
    replaceAthleteKey: () => [
      { wrappedKey: ROWS_SECRET, ringKeyId: "1" },
      { wrappedKey: new Uint8Array([2]), ringKeyId: "2", rotatedAt: NOW },
    ],
  },
  "mutations/provider-states": {},
  "mutations/ai-settings": { saveAiSettings: () => [{ monthlyBudgetUsd: 3 }, NOW] },
  "mutations/insight-batches": {},
  "mutations/reword-insight": {
    rewordInsight: () => [{ detector: "feeling-low", toDay: DAY }, REWORDED, NOW],
  },
  "mutations/model-calls": {
    beginModelCall: () => [
      { ...{ id: newId(), feature: "daily", day: DAY }, ...ASKED },
      new Uint8Array([9]),
    ],
    fillBatchCall: (b) => [{ id: b.modelCallId, ...ASKED }, new Uint8Array([9])],
    endModelCall: (b) => [b.modelCallId, ASKED_END],
    noteVerifiedShare: (b) => [b.modelCallId, 0.25],
  },
  "mutations/replace-busy-times": {
    replaceBusyTimes: (b) => [b.connectionId, [{ uid: "x", startAt: NOW, endAt: NOW }]],
  },
  "mutations/reseal-receipt": {},
  "mutations/sealed-values": {
    lockSealedValues: none,
    replaceSealedValue: (b) => [
      { column: "connections.credentials", rowId: b.connectionId, sealed: new Uint8Array([9]) },
    ],
  },
  "mutations/watched-folders": { noteFolderLook: () => [{ lookedAt: NOW, files: 77 }] },
  "mutations/webhook-receipts": {},
  "queries/activities-for-facts": {
    activitiesForFacts: () => [DAY, DAY],
    activitiesOfKindsOnly: () => [["fit"]],
  },
  "queries/activities-for-reanalysis": {
    activitiesForReanalysis: () => [{ fromDay: DAY, after: null, limit: 9 }],
  },
  "queries/activities-of-source": { activitiesOfSource: (b) => [b.sourceFileId] },
  "queries/activities-without-weather": {
    activitiesWithoutWeather: () => [{ after: null, limit: 9 }],
  },
  "queries/activities-on-day": { activitiesOnDay: () => [DAY] },
  "queries/activity-curves": { activityCurves: (b) => [b.activityId] },
  "queries/activity-names": { activityNames: (b) => [[b.activityId]] },
  "queries/athletes-without-curves": {},
  "queries/athletes-without-weather": {},
  "queries/curve-sports": { curveSports: none },
  "queries/curves-between": {
    curvesBetween: () => [{ sport: "running", kind: "power", from: DAY, to: NEXT_DAY }],
  },
  "queries/open-batch": { openBatch: () => ["upload"] },
  "queries/race-efforts": { raceEfforts: () => [NEXT_DAY] },
  "queries/top-efforts": {
    effortSports: none,
    topEfforts: () => [{ sport: "running", from: DAY, to: NEXT_DAY, places: 3 }],
  },
  "queries/activity-day": { activityDay: (b) => [b.activityId] },
  "queries/activity-detail": { activityDetail: (b) => [b.activityId] },
  "queries/activity-edits": { activityEdits: (b) => [b.activityId] },
  "queries/activity-facts": { activityFacts: (b) => [b.activityId] },
  "queries/activity-list": {
    activityList: () => [{ filters: {}, cursor: null, limit: 9, firstWeekday: 1 }],
  },
  "queries/activity-recordings": { activityRecordings: (b) => [b.activityId] },
  "queries/activity-streams": { activityStreams: (b) => [b.activityId] },
  "queries/answer-on": { answerOn: () => [DAY] },
  "queries/archive-size": { archiveSize: none },
  "queries/batch-summary": { batchSummary: (b) => [b.batchId] },
  "queries/comparable-activities": {
    comparableActivities: (b) => [
      // Not the activity itself, which is never compared with itself.
      { id: b.batchId, sport: "running", timerS: 3600, startedAt: ROWS_START },
    ],
  },
  "queries/connection-cursor": {
    connectionCursor: (b) => [b.connectionId, "activities"],
    connectionCursorsOf: (b) => [b.connectionId],
    changedFrom: none,
  },
  "queries/connections": {
    listConnections: none,
    findConnection: (b) => [b.connectionId],
  },
  "queries/context-events-between": { contextEventsBetween: () => [DAY, DAY] },
  "queries/daily-load-inputs": { dailyLoadInputs: () => [DAY] },
  "queries/daily-loads-between": { dailyLoadsBetween: () => [DAY, DAY] },
  "queries/due-connections": {},
  "queries/due-mornings": {},
  "queries/expired-source-files": {
    expiredSourceFiles: () => [{ kind: "fit", before: new Date("2100-01-01") }],
  },
  "queries/find-batch": { findBatch: (b) => [b.batchId] },
  "queries/find-import-file": { findImportFile: (b) => [b.waitingFileId] },
  "queries/find-overlapping-activity": {
    findOverlappingActivity: () => [{ sport: "running", startedAt: ROWS_START, elapsedS: 3600 }],
  },
  "queries/find-profile": { findProfile: none },
  "queries/find-source-file-by-sha": { findSourceFileBySha: () => [ROWS_SHA256] },
  "queries/first-change-of-batch": { firstChangeOfBatch: (b) => [b.batchId] },
  "queries/fitness-overview": { fitnessOverview: () => [{ sport: "all", to: DAY }] },
  "queries/fitness-page": {
    fitnessPage: () => [{ sport: "all", from: DAY, to: NEXT_DAY, today: NEXT_DAY }],
  },
  "queries/fitness-series": {
    getFitnessSeries: () => [{ sport: "all", from: DAY, to: NEXT_DAY }],
  },
  "queries/import-batch-result": { importBatchResult: (b) => [b.batchId] },
  "queries/import-ledger": {
    importLedger: (b) => [{ batchId: b.batchId, cursor: null, status: null, limit: 9 }],
    recentImports: () => [9],
  },
  "queries/joinable-activities": { joinableActivities: (b) => [b.activityId] },
  "queries/job-pages": {},
  "queries/jobs": {},
  "queries/vendor-health": {},
  "queries/import-summary": { importSummary: (b) => [b.batchId] },
  "queries/known-days": { knownDays: none },
  "queries/day-so-far": { daySoFar: () => [DAY] },
  "queries/known-source-files": { knownSourceFiles: () => [[ROWS_SHA256]] },
  "queries/answers-between": { answersBetween: () => [DAY, NEXT_DAY] },
  "queries/detector-sessions": { detectorSessions: () => [DAY, NEXT_DAY] },
  "queries/due-insights": {},
  "queries/fresh-activities": {
    freshActivities: (b) => [b.batchId, { since: DAY, limit: 9 }],
  },
  "queries/kept-words": {
    keptBriefing: () => [DAY],
    keptDebrief: (b) => [b.activityId, NOW],
  },
  "queries/trained-since": { trainedSince: () => [] },
  "queries/insights-on": { insightsOn: () => [NOW] },
  "queries/wellness-records-between": { wellnessRecordsBetween: () => [DAY, NEXT_DAY] },
  "queries/last-answered-day": { lastAnsweredDay: none },
  "queries/last-computed-day": { lastComputedDay: none },
  "queries/list-thresholds": { listThresholds: none },
  "queries/morning-days": { morningDays: () => [DAY, NEXT_DAY] },
  "queries/last-morning-day": { lastMorningDay: none },
  "queries/morning-draft": { morningDraft: () => [DAY] },
  "queries/morning-history": {
    activitiesBetween: () => [DAY, NEXT_DAY],
    busyTimesOn: () => [DAY, NEXT_DAY, { timeZone: "UTC" }],
    checkInsBetween: () => [DAY, NEXT_DAY],
    morningHistory: () => [DAY, NEXT_DAY],
  },
  "queries/morning-sources": { morningSources: none },
  "queries/morning-on": { morningOn: () => [DAY] },
  "queries/next-import-files": {
    nextImportFiles: (b) => [b.batchId, { since: null, limit: 10 }],
  },
  "queries/occupied-spans": {
    occupiedSpans: () => [[{ from: ROWS_START, to: NOW }]],
  },
  "queries/recovery-history": {
    getRecoveryHistory: () => [DAY, DAY],
    getReceipt: () => [DAY],
  },
  "queries/recordings-of-activity": { recordingsOfActivity: (b) => [b.activityId] },
  "queries/remote-activities": {
    waitingActivities: (b) => [b.connectionId, 9],
    filesOfConnection: (b) => [b.connectionId, null],
  },
  "queries/settings-on": {},
  "queries/similar-courses": { similarCourses: (b) => [b.activityId] },
  "queries/sport-monotony": { sportMonotony: () => [[DAY]] },
  "queries/strength-sets": { strengthSets: none },
  "queries/sync-history": { syncHistory: (b) => [b.connectionId, 9] },
  "queries/system": {},
  "queries/thresholds-on": { thresholdsOn: () => [DAY, "running"] },
  "queries/tired-curves-between": { tiredCurvesBetween: () => [DAY, DAY] },
  "queries/today": { getToday: () => [DAY] },
  "queries/track-record": {
    answeredMornings: () => [DAY, NEXT_DAY],
    judgedActivities: () => [DAY, NEXT_DAY],
    weeklyAnswers: () => [DAY, NEXT_DAY],
  },
  "queries/training-totals": {
    trainingTotals: () => [{ period: "week", from: DAY, to: NEXT_DAY, firstWeekday: 1 }],
  },
  "queries/source-content": { sourceContent: (b) => [b.sourceFileId] },
  "queries/uncombined-activities": { uncombinedActivities: none },
  "queries/waiting-import-files": { waitingImportFiles: (b) => [b.batchId] },
  "queries/athlete-keys": { athleteKey: none },
  "queries/busy-times-between": {
    busyTimesBetween: () => [new Date(0), NOW],
  },
  "queries/provider-states": {},
  "queries/ai-settings": { findAiSettings: none },
  "queries/insight-batches": {},
  "queries/model-calls": {
    athleteModelCost: () => [new Date(0)],
    lastModelCalls: () => [9],
    modelUsageByFeature: () => [new Date(0)],
    sealedSentFacts: (b) => [b.modelCallId],
    batchCallModel: (b) => [b.modelCallId],
  },
  "queries/text-quality": {
    athleteThumbs: () => [{ feature: "weekly", model: "claude-haiku-5-5", since: new Date(0) }],
  },
  "queries/sealed-receipts": {},
  "queries/watched-files": { watchedFiles: none },
  "queries/watched-folder": { watchedFolder: none },
  "queries/wellness-choices": { wellnessChoices: () => [DAY] },
  "queries/wellness-window": {
    wellnessWindow: () => [DAY, DAY],
    morningNights: () => [DAY, DAY],
  },
};
