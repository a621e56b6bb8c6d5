import "server-only";
import { type CurvesWanted, curvesBetween, type DatedBests } from "@/db/queries/curves-between";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import {
  type CriticalPowerEstimate,
  criticalPowerEstimate,
} from "@/lib/training/capacity/critical-power-estimate";

const WINDOW_DAYS = 90;

export type CriticalPowerOnDay = CriticalPowerEstimate & {
  /** The FTP and the weight that hold on the day; null where the athlete has set none. */
  readonly ftpW: number | null;
  readonly weightKg: number | null;
  /** The curves that it was sought in, oldest first. */
  readonly curves: readonly DatedBests[];
};

/**
 * Critical power and W′ as the morning of `day` can know them: from the rides of the 90 days
 * before it, or why not.
 */
export async function estimateCriticalPower(
  tx: AthleteTx,
  day: LocalDate,
): Promise<CriticalPowerOnDay> {
  const wanted: CurvesWanted = {
    sport: "cycling",
    kind: "power",
    from: addDays(day, -WINDOW_DAYS),
    to: addDays(day, -1),
  };
  const curves = await curvesBetween(tx, wanted);
  const { ftpW, weightKg } = await thresholdsOn(tx, day, "cycling");
  return { ...criticalPowerEstimate(curves, { ftpW, weightKg }), ftpW, weightKg, curves };
}
