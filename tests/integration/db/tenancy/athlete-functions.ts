import type { AthleteTx } from "@/db/scope";

/**
 * Every module of db/queries and db/mutations. A file that is missing here fails the tenancy
 * test by name; once it is here, each of its functions that takes an AthleteTx needs a row in
 * `foreignArguments`, or nothing compiles.
 */
type Modules = {
  "mutations/add-activity-edit": typeof import("@/db/mutations/add-activity-edit");
  "mutations/add-context-event": typeof import("@/db/mutations/add-context-event");
  "mutations/add-import-files": typeof import("@/db/mutations/add-import-files");
  "mutations/add-recorded-files": typeof import("@/db/mutations/add-recorded-files");
  "mutations/adopt-activity": typeof import("@/db/mutations/adopt-activity");
  "mutations/advance-mornings": typeof import("@/db/mutations/advance-mornings");
  "mutations/audit-log": typeof import("@/db/mutations/audit-log");
  "mutations/create-batch": typeof import("@/db/mutations/create-batch");
  "mutations/dead-letters": typeof import("@/db/mutations/dead-letters");
  "mutations/delete-threshold": typeof import("@/db/mutations/delete-threshold");
  "mutations/enqueue-event": typeof import("@/db/mutations/enqueue-event");
  "mutations/finish-batch": typeof import("@/db/mutations/finish-batch");
  "mutations/finish-import-file": typeof import("@/db/mutations/finish-import-file");
  "mutations/hint-import-files": typeof import("@/db/mutations/hint-import-files");
  "mutations/job-crons": typeof import("@/db/mutations/job-crons");
  "mutations/job-events": typeof import("@/db/mutations/job-events");
  "mutations/job-leases": typeof import("@/db/mutations/job-leases");
  "mutations/job-runs": typeof import("@/db/mutations/job-runs");
  "mutations/job-starts": typeof import("@/db/mutations/job-starts");
  "mutations/job-steps": typeof import("@/db/mutations/job-steps");
  "mutations/halt-batch": typeof import("@/db/mutations/halt-batch");
  "mutations/lock-athlete": typeof import("@/db/mutations/lock-athlete");
  "mutations/mark-edit-undone": typeof import("@/db/mutations/mark-edit-undone");
  "mutations/merge-wellness-days": typeof import("@/db/mutations/merge-wellness-days");
  "mutations/move-recording": typeof import("@/db/mutations/move-recording");
  "mutations/note-combined": typeof import("@/db/mutations/note-combined");
  "mutations/prune-jobs": typeof import("@/db/mutations/prune-jobs");
  "mutations/rate-limits": typeof import("@/db/mutations/rate-limits");
  "mutations/record-response": typeof import("@/db/mutations/record-response");
  "mutations/remove-joined-activity": typeof import("@/db/mutations/remove-joined-activity");
  "mutations/replace-archive": typeof import("@/db/mutations/replace-archive");
  "mutations/replace-bests": typeof import("@/db/mutations/replace-bests");
  "mutations/reschedule-morning": typeof import("@/db/mutations/reschedule-morning");
  "mutations/retry-import-files": typeof import("@/db/mutations/retry-import-files");
  "mutations/retell-ledger": typeof import("@/db/mutations/retell-ledger");
  "mutations/save-activity": typeof import("@/db/mutations/save-activity");
  "mutations/save-check-in": typeof import("@/db/mutations/save-check-in");
  "mutations/save-course": typeof import("@/db/mutations/save-course");
  "mutations/save-daily-loads": typeof import("@/db/mutations/save-daily-loads");
  "mutations/save-mornings": typeof import("@/db/mutations/save-mornings");
  "mutations/save-recording": typeof import("@/db/mutations/save-recording");
  "mutations/save-streams": typeof import("@/db/mutations/save-streams");
  "mutations/save-threshold": typeof import("@/db/mutations/save-threshold");
  "mutations/save-weather": typeof import("@/db/mutations/save-weather");
  "mutations/separate-recordings": typeof import("@/db/mutations/separate-recordings");
  "mutations/sessions": typeof import("@/db/mutations/sessions");
  "mutations/set-activity-facts": typeof import("@/db/mutations/set-activity-facts");
  "mutations/set-curve-grid": typeof import("@/db/mutations/set-curve-grid");
  "mutations/start-batch": typeof import("@/db/mutations/start-batch");
  "mutations/store-source-file": typeof import("@/db/mutations/store-source-file");
  "mutations/update-activity-analysis": typeof import("@/db/mutations/update-activity-analysis");
  "mutations/update-profile": typeof import("@/db/mutations/update-profile");
  "mutations/users": typeof import("@/db/mutations/users");
  "mutations/athlete-keys": typeof import("@/db/mutations/athlete-keys");
  "mutations/reseal-receipt": typeof import("@/db/mutations/reseal-receipt");
  "mutations/sealed-values": typeof import("@/db/mutations/sealed-values");
  "mutations/watched-folders": typeof import("@/db/mutations/watched-folders");
  "queries/activities-for-reanalysis": typeof import("@/db/queries/activities-for-reanalysis");
  "queries/activities-on-day": typeof import("@/db/queries/activities-on-day");
  "queries/activities-of-source": typeof import("@/db/queries/activities-of-source");
  "queries/activities-without-weather": typeof import("@/db/queries/activities-without-weather");
  "queries/activity-curves": typeof import("@/db/queries/activity-curves");
  "queries/activity-day": typeof import("@/db/queries/activity-day");
  "queries/activity-detail": typeof import("@/db/queries/activity-detail");
  "queries/activity-edits": typeof import("@/db/queries/activity-edits");
  "queries/activity-facts": typeof import("@/db/queries/activity-facts");
  "queries/activity-list": typeof import("@/db/queries/activity-list");
  "queries/activity-names": typeof import("@/db/queries/activity-names");
  "queries/activity-recordings": typeof import("@/db/queries/activity-recordings");
  "queries/activity-streams": typeof import("@/db/queries/activity-streams");
  "queries/athletes-without-curves": typeof import("@/db/queries/athletes-without-curves");
  "queries/athletes-without-weather": typeof import("@/db/queries/athletes-without-weather");
  "queries/answer-on": typeof import("@/db/queries/answer-on");
  "queries/archive-size": typeof import("@/db/queries/archive-size");
  "queries/batch-summary": typeof import("@/db/queries/batch-summary");
  "queries/comparable-activities": typeof import("@/db/queries/comparable-activities");
  "queries/context-events-between": typeof import("@/db/queries/context-events-between");
  "queries/curve-sports": typeof import("@/db/queries/curve-sports");
  "queries/curves-between": typeof import("@/db/queries/curves-between");
  "queries/daily-load-inputs": typeof import("@/db/queries/daily-load-inputs");
  "queries/daily-loads-between": typeof import("@/db/queries/daily-loads-between");
  "queries/due-mornings": typeof import("@/db/queries/due-mornings");
  "queries/find-batch": typeof import("@/db/queries/find-batch");
  "queries/find-import-file": typeof import("@/db/queries/find-import-file");
  "queries/find-overlapping-activity": typeof import("@/db/queries/find-overlapping-activity");
  "queries/find-profile": typeof import("@/db/queries/find-profile");
  "queries/find-source-file-by-sha": typeof import("@/db/queries/find-source-file-by-sha");
  "queries/first-change-of-batch": typeof import("@/db/queries/first-change-of-batch");
  "queries/fitness-overview": typeof import("@/db/queries/fitness-overview");
  "queries/fitness-page": typeof import("@/db/queries/fitness-page");
  "queries/fitness-series": typeof import("@/db/queries/fitness-series");
  "queries/import-batch-result": typeof import("@/db/queries/import-batch-result");
  "queries/import-ledger": typeof import("@/db/queries/import-ledger");
  "queries/joinable-activities": typeof import("@/db/queries/joinable-activities");
  "queries/jobs": typeof import("@/db/queries/jobs");
  "queries/import-summary": typeof import("@/db/queries/import-summary");
  "queries/known-source-files": typeof import("@/db/queries/known-source-files");
  "queries/last-answered-day": typeof import("@/db/queries/last-answered-day");
  "queries/last-computed-day": typeof import("@/db/queries/last-computed-day");
  "queries/list-thresholds": typeof import("@/db/queries/list-thresholds");
  "queries/morning-days": typeof import("@/db/queries/morning-days");
  "queries/morning-history": typeof import("@/db/queries/morning-history");
  "queries/morning-on": typeof import("@/db/queries/morning-on");
  "queries/open-batch": typeof import("@/db/queries/open-batch");
  "queries/race-efforts": typeof import("@/db/queries/race-efforts");
  "queries/next-import-files": typeof import("@/db/queries/next-import-files");
  "queries/occupied-spans": typeof import("@/db/queries/occupied-spans");
  "queries/recovery-history": typeof import("@/db/queries/recovery-history");
  "queries/recordings-of-activity": typeof import("@/db/queries/recordings-of-activity");
  "queries/settings-on": typeof import("@/db/queries/settings-on");
  "queries/similar-courses": typeof import("@/db/queries/similar-courses");
  "queries/system": typeof import("@/db/queries/system");
  "queries/thresholds-on": typeof import("@/db/queries/thresholds-on");
  "queries/tired-curves-between": typeof import("@/db/queries/tired-curves-between");
  "queries/today": typeof import("@/db/queries/today");
  "queries/top-efforts": typeof import("@/db/queries/top-efforts");
  "queries/sport-monotony": typeof import("@/db/queries/sport-monotony");
  "queries/strength-sets": typeof import("@/db/queries/strength-sets");
  "queries/training-totals": typeof import("@/db/queries/training-totals");
  "queries/source-content": typeof import("@/db/queries/source-content");
  "queries/uncombined-activities": typeof import("@/db/queries/uncombined-activities");
  "queries/waiting-import-files": typeof import("@/db/queries/waiting-import-files");
  "queries/athlete-keys": typeof import("@/db/queries/athlete-keys");
  "queries/sealed-receipts": typeof import("@/db/queries/sealed-receipts");
  "queries/watched-files": typeof import("@/db/queries/watched-files");
  "queries/watched-folder": typeof import("@/db/queries/watched-folder");
  "queries/wellness-window": typeof import("@/db/queries/wellness-window");
};

type AthleteFunction = (tx: AthleteTx, ...rest: never[]) => unknown;
type ArgumentsAfterTx<F> = F extends (tx: AthleteTx, ...rest: infer Rest) => unknown ? Rest : never;

/** For each function of each module that takes an AthleteTx: what it is called with after it. */
export type ArgumentTable<Rows> = {
  readonly [File in keyof Modules]: {
    readonly [Name in keyof Modules[File] as Modules[File][Name] extends AthleteFunction
      ? Name
      : never]: (rows: Rows) => ArgumentsAfterTx<Modules[File][Name]>;
  };
};
