/**
 * Fitness that is going, without a reason that is known.
 * DET-FALL@1: fitness 15 % and 5 points or more under 28 days ago: notice; 30 %: caution.
 * Reference: Mujika & Padilla 2000 for what weeks without training cost; the limits are a convention.
 * Valid: 70 days of load; silent in the three weeks before a race, and with an illness, injury, journey or holiday in the 28 days.
 */
import { addDays } from "../../dates/local-date";
import { daySpan, seriesOf } from "./day-span";
import type { Detector, DetectorInput } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";

const LIMITS = { notice: 0.15, caution: 0.3, points: 5, days: 70, window: 28 } as const;
const TAPER_DAYS = 21;

export const detraining: Detector = (input) => {
  const { known, toDay } = daySpan(input, "fitness", LIMITS.days);
  if (known.length < LIMITS.days || isMeant(input)) return null;
  const [now = 0, then = 0] = [known.at(-1), known.at(-1 - LIMITS.window)];
  const fall = then > 0 ? 1 - now / then : 0;
  if (fall < LIMITS.notice || then - now < LIMITS.points) return null;
  const before = addDays(toDay, -LIMITS.window);
  const current = evidence("fitness.now", "Fitness", [now, "load/day"], daysTo(toDay));
  const past = evidence(
    "fitness.28-days-ago",
    "Fitness 28 days ago",
    [then, "load/day"],
    daysTo(before),
  );
  const share = evidence("fitness.fall-28", "Fall of fitness in 28 days", [fall, "share"], {
    fromDay: before,
    toDay,
  });
  return finding({
    detector: "detraining",
    formula: "DET-FALL@1",
    severity: fall >= LIMITS.caution ? "caution" : "notice",
    sport: null,
    title: "Your fitness is going down",
    text: `It fell by ${say(share)} in four weeks, from ${say(past)} to ${say(current)}. What endurance loses in some weeks comes back in about as many.`,
    action: "Start again with short, easy sessions on more days rather than with one long one.",
    evidence: [share, past, current],
    series: [seriesOf(input, "fitness")],
  });
};

function isMeant({ day, events }: DetectorInput): boolean {
  const since = addDays(day, -LIMITS.window);
  return events.some(({ kind, fromDay, toDay }) => {
    if (kind === "note") return false;
    if (kind === "race") return toDay >= addDays(day, -7) && fromDay <= addDays(day, TAPER_DAYS);
    return fromDay <= day && toDay >= since;
  });
}
