/**
 * How many signs have been off for a week, as one signal of the morning.
 * RDY-LAST@1: none green, one amber, two or more red.
 * Reference: Meeusen et al. 2013 (no single marker shows overreaching).
 * Valid: where at least one of the three is known; what is not known is no sign.
 */
import { type GradedSignal, graded, missing } from "./graded-signal";
import type { LastingSigns } from "./lasting-signs";

const THRESHOLD =
  "of HRV, resting heart rate and feeling, amber with one off for a week, red with two";

export function lastingSignal(lasting: LastingSigns | undefined): GradedSignal {
  if (lasting === undefined || !Object.values(lasting).some((sign) => sign !== null)) {
    return missing("lasting", THRESHOLD, "Signs of a week: too few nights and answers are known");
  }
  const signs = signsIn(lasting);
  if (signs.length === 0) return graded("lasting", "green", 0, THRESHOLD, CALM, 0);
  const colour = signs.length > 1 ? "red" : "amber";
  const text = `For a week: ${signs.join("; ")}`;
  return graded("lasting", colour, signs.length, THRESHOLD, text, signs.length);
}

const CALM = "Nothing has been off for a week";

/** A short clause each, "HRV 52 ms, usually over 57". */
function signsIn({ hrv, restingHr, feel }: LastingSigns): string[] {
  const whole = Math.round;
  return [
    ...(hrv && hrv.week < hrv.limit
      ? [`HRV ${whole(hrv.week)} ms, usually over ${whole(hrv.limit)}`]
      : []),
    ...(restingHr && restingHr.week >= restingHr.limit
      ? [`resting heart rate ${whole(restingHr.week)} bpm, usually under ${whole(restingHr.limit)}`]
      : []),
    ...(feel && feel.week <= feel.limit
      ? [`you felt ${feel.week.toFixed(1)} of 5, usually over ${feel.limit.toFixed(1)}`]
      : []),
  ];
}
