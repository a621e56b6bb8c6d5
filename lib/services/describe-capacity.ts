import "server-only";
import { activityNames } from "@/db/queries/activity-names";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { curveEnvelope } from "@/lib/training/capacity/curve-envelope";
import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import { vo2maxEstimates } from "@/lib/training/capacity/vo2max-estimates";
import { estimateCriticalPower } from "./estimate-critical-power";
import { findBestRun } from "./find-best-run";
import { suggestFtp } from "./suggest-ftp";

const FIVE_MINUTES = CURVE_DURATIONS_S.indexOf(300);

/** Critical power, the FTP that it suggests, the titles of the rides behind it, and VO2max, as the morning of `day` knows them. */
export async function describeCapacity(tx: AthleteTx, day: LocalDate) {
  const estimate = await estimateCriticalPower(tx, day);
  const names = await activityNames(
    tx,
    estimate.efforts.map(({ activityId }) => activityId),
  );
  const settings = await thresholdsOn(tx, day, "running");
  const fiveMinutes = curveEnvelope(estimate.curves).bests[FIVE_MINUTES] ?? Number.NaN;
  return {
    criticalPower: {
      estimate,
      ftp: await suggestFtp(tx, estimate),
      titles: new Map(names.map(({ id, title }) => [id, title])),
    },
    vo2max: vo2maxEstimates({
      vdot: (await findBestRun(tx, day))?.vdot ?? null,
      fiveMinutePowerW: fiveMinutes > 0 ? fiveMinutes : null,
      weightKg: estimate.weightKg,
      maxHeartRateBpm: settings.maxHeartRateBpm,
      restingHeartRateBpm: settings.restingHeartRateBpm,
    }),
  };
}
