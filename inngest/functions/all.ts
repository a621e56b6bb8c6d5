import type { InngestClient } from "@/inngest/client";
import { cleanUpNightly } from "./clean-up";
import { completeCurves } from "./complete-curves";
import { dispatchDueMornings } from "./dispatch-mornings";
import { findMissingCurves } from "./find-missing-curves";
import { importBatch } from "./import-batch";
import { morning } from "./morning";
import { reanalyzeAfterThreshold } from "./reanalyze-activities";
import { recomputeChangedDays } from "./recompute-days";

/** Every piece of background work there is. */
export function allFunctions(inngest: InngestClient) {
  return [
    importBatch,
    morning,
    recomputeChangedDays,
    reanalyzeAfterThreshold,
    findMissingCurves,
    completeCurves,
    dispatchDueMornings,
    cleanUpNightly,
  ].map((define) => define(inngest));
}
