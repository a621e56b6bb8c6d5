/**
 * Weight that falls fast.
 * DET-KG@1: mean of 7 days 3 % or more under the mean of days 22 to 35 before: caution; 5 %: warning.
 * Reference: IOC consensus on low energy availability (Mountjoy 2023) for why it matters; the limits are a convention.
 * Valid: three weighings on both sides. Says nothing of what anybody should weigh.
 */
import { daySpan, meanOf, seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { evidence, finding, meanEvidence, say } from "./evidence";

const LIMITS = { caution: 0.03, warning: 0.05, weighings: 3 } as const;

export const weightFalling: Detector = (input) => {
  const week = daySpan(input, "weightKg", 7);
  const before = daySpan(input, "weightKg", 14, 21);
  if (week.known.length < LIMITS.weighings || before.known.length < LIMITS.weighings) return null;
  const usual = meanOf(before.known) ?? 0;
  const fall = usual > 0 ? 1 - (meanOf(week.known) ?? 0) / usual : 0;
  if (fall < LIMITS.caution) return null;
  const [now, then] = [meanEvidence("weightKg", week), meanEvidence("weightKg", before, 21)];
  const share = evidence("weight.fall", "Fall of weight in four weeks", [fall, "share"], {
    fromDay: before.fromDay,
    toDay: week.toDay,
  });
  return finding({
    detector: "weight-falling",
    formula: "DET-KG@1",
    severity: fall >= LIMITS.warning ? "warning" : "caution",
    sport: null,
    title: "Your weight has fallen fast",
    text: `It went from ${say(then)} to ${say(now)} in about a month, ${say(share)} less. Training on too little energy costs recovery, bones and hormones long before it costs speed.`,
    action: "If you did not mean it, or eating is hard, speak with a doctor or a sports dietitian.",
    evidence: [then, now, share],
    series: [seriesOf(input, "weightKg")],
  });
};
