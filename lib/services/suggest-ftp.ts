import "server-only";
import { findProfile } from "@/db/queries/find-profile";
import type { AthleteTx } from "@/db/scope";
import { ftpSuggestion } from "@/lib/training/capacity/ftp-suggestion";
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

/** The FTP that a believed critical power's best 20 minutes stand for; null without them. */
export async function suggestFtp(
  tx: AthleteTx,
  { fit, efforts, ftpW }: CriticalPowerOnDay,
): Promise<FtpSuggestion | null> {
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
