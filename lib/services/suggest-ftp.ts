import "server-only";
import { activitiesOfKindsOnly } from "@/db/queries/activities-for-facts";
import { findProfile } from "@/db/queries/find-profile";
import type { AthleteTx } from "@/db/scope";
import {
  type CriticalPowerEstimate,
  criticalPowerEstimate,
} from "@/lib/training/capacity/critical-power-estimate";
import { ftpSuggestion } from "@/lib/training/capacity/ftp-suggestion";
import { fencedKinds } from "@/lib/training/source/terms";
import type { CriticalPowerOnDay } from "./estimate-critical-power";

const TWENTY_MINUTES_S = 1200;

export type FtpSuggestion = {
  /** Whole watts; null when the FTP in use is near enough, or was kept against this one. */
  readonly suggestedW: number | null;
  /** The athlete chose to keep their FTP when about this one was suggested. */
  readonly isRefused: boolean;
  readonly ftpW: number | null;
  /** The best 20 minutes, and the ride that they are of. */
  readonly twentyMinutesW: number;
  readonly activityId: string;
};

/**
 * The FTP that a believed critical power's best 20 minutes stand for; null without them. Of the
 * athlete's own files alone: it stays when rides of a source that has to be deleted are gone, and
 * zones, loads and a language model's words rest on it.
 */
export async function suggestFtp(
  tx: AthleteTx,
  found: CriticalPowerOnDay,
): Promise<FtpSuggestion | null> {
  if (found.fit === null) return null;
  const { ftpW } = found;
  const { fit, efforts } = await ofOwnFiles(tx, found);
  const twenty = efforts.find(({ durationS }) => durationS === TWENTY_MINUTES_S);
  if (fit === null || twenty === undefined) return null;
  const { refusedFtpW } = await findProfile(tx);
  const suggested = ftpSuggestion(twenty.powerW, ftpW, refusedFtpW);
  return {
    suggestedW: suggested === null ? null : Math.round(suggested),
    isRefused: suggested === null && ftpSuggestion(twenty.powerW, ftpW) !== null,
    ftpW,
    twentyMinutesW: twenty.powerW,
    activityId: twenty.activityId,
  };
}

/** The same estimate without the rides that no language model may know of. */
async function ofOwnFiles(
  tx: AthleteTx,
  found: CriticalPowerOnDay,
): Promise<Pick<CriticalPowerEstimate, "fit" | "efforts">> {
  const fenced = new Set((await activitiesOfKindsOnly(tx, fencedKinds())).map(({ id }) => id));
  const own = found.curves.filter(({ activityId }) => !fenced.has(activityId));
  return own.length === found.curves.length ? found : criticalPowerEstimate(own, found);
}
