import type { InngestClient } from "@/inngest/client";
import { env } from "@/lib/env";
import { askWeather } from "./ask-weather";
import { cleanUpNightly } from "./clean-up";
import { completeCurves } from "./complete-curves";
import { deleteExpired } from "./delete-expired-source-data";
import { deleteUnwantedFiles } from "./delete-files";
import { dispatchDueInsights } from "./dispatch-insights";
import { dispatchDueMornings } from "./dispatch-mornings";
import { dispatchDueSyncs } from "./dispatch-syncs";
import { dispatchDueBatches } from "./dispatch-weekly-batches";
import { endBatchesLeft } from "./end-left-batches";
import { fetchHistory } from "./fetch-history";
import { findMissingCurves } from "./find-missing-curves";
import { findMissingWeather } from "./find-missing-weather";
import { importBatch } from "./import-batch";
import { ingestWebhook } from "./ingest-webhook";
import { morning } from "./morning";
import { reanalyzeAfterThreshold } from "./reanalyze-activities";
import { recomputeChangedDays } from "./recompute-days";
import { renewKey } from "./renew-key";
import { rewordInsightsNow } from "./reword-insights";
import { rotateKeys } from "./rotate-keys";
import { syncConnectionNow } from "./sync-connection";
import { warnExpiringKeys } from "./warn-expiring-keys";
import { watchFolder } from "./watch-folder";
import { watchModelSpendingHourly } from "./watch-model-spending";
import { watchPatternsOfMorning } from "./watch-patterns";
import { weeklyInsights } from "./weekly-insights";
import { writeInsightBatch } from "./write-insight-batch";
import { writeWords } from "./write-words";

/** Every piece of background work that this configuration asks for. */
export function allFunctions(inngest: InngestClient) {
  return [
    importBatch,
    morning,
    recomputeChangedDays,
    reanalyzeAfterThreshold,
    findMissingCurves,
    completeCurves,
    dispatchDueMornings,
    dispatchDueInsights,
    weeklyInsights,
    watchPatternsOfMorning,
    syncConnectionNow,
    fetchHistory,
    ingestWebhook,
    deleteUnwantedFiles,
    deleteExpired,
    dispatchDueSyncs,
    warnExpiringKeys,
    cleanUpNightly,
    rotateKeys,
    renewKey,
    ...(env().ai.anthropic === null
      ? []
      : [
          ...[dispatchDueBatches, writeInsightBatch, rewordInsightsNow, writeWords],
          watchModelSpendingHourly,
        ]),
    ...(env().ai.former === null ? [] : [endBatchesLeft]),
    ...(env().watchDir === null ? [] : [watchFolder]),
    ...(env().weatherUrl === null ? [] : [findMissingWeather, askWeather]),
  ].map((define) => define(inngest));
}
