/**
 * Puts aerobic decoupling among the metrics, or the reason why the activity is not eligible.
 * DEC-1 behind the gates of DEC-QS; hard is zone 4 and above of the output's own zones.
 * Reference: see steady-decoupling.
 * Valid: rides by power, runs by graded speed.
 */
import type { ActivityContext } from "./activity-context";
import type { Channel } from "./activity-types";
import { steadyDecoupling } from "./steady-decoupling";

const FORMULA = "DEC-1@1";
/** Upper boundary of zone 3, among the boundaries of all zones. */
const ZONE_3 = 2;

/**
 * @param output undefined where there is none, for the reason `why`.
 * @param zones boundaries of the output's zones; null when no threshold is known.
 */
export function setDecoupling(
  { out, streams }: ActivityContext,
  output: Channel | undefined,
  why: string,
  zones: readonly number[] | null,
): void {
  const heartRate = streams.channels.heartRateBpm;
  const missing = output ? (heartRate ? null : "No heart rate was recorded.") : why;
  const result =
    output && heartRate
      ? steadyDecoupling({
          output,
          heartRate,
          timerOn: streams.timerOn,
          hardFrom: zones?.[ZONE_3] ?? null,
        })
      : null;
  const reason = missing ?? result?.reason ?? "";
  out.set("aerobicDecoupling", result?.decouplingPct ?? null, "%", FORMULA, reason);
}
