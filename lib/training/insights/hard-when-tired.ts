/**
 * A hard session on a morning that asked for rest.
 * DET-TIRED@1: hard sessions (PLN-7H) in 14 days on mornings of decision "rest", or two on "ease": caution; two on rest, or three: warning.
 * Reference: RDY-S11; HRV-guided training leaves intensity out on such days (science.md 10).
 * Valid: days with a decision; a race is never held against anybody.
 */
import { addDays } from "../../dates/local-date";
import { daySpan } from "./day-span";
import type { Detector } from "./detector-input";
import { evidence, finding, say } from "./evidence";
import { countSeries } from "./session-series";

const LIMITS = { days: 14, eases: 2, warning: 3 } as const;

export const hardWhenTired: Detector = (input) => {
  const { toDay } = daySpan(input, "load", 1);
  const days = { fromDay: addDays(toDay, 1 - LIMITS.days), toDay };
  const races = input.events.filter(({ kind }) => kind === "race");
  const hard = input.activities.filter(
    ({ day, isHard }) =>
      isHard &&
      day >= days.fromDay &&
      day <= toDay &&
      !races.some((race) => day >= race.fromDay && day <= race.toDay),
  );
  const on = (decision: "rest" | "ease") =>
    hard.filter(({ day }) =>
      input.mornings.some((morning) => morning.day === day && morning.decision === decision),
    );
  const [rests, eases] = [on("rest"), on("ease")];
  const all = rests.length + eases.length;
  if (rests.length === 0 && eases.length < LIMITS.eases) return null;
  const ids = [...rests, ...eases].map(({ id }) => id);
  const count = evidence(
    "hard-when-tired.count-14",
    "Hard sessions on mornings that asked for less, in 14 days",
    [all, "count"],
    days,
    ids,
  );
  return finding({
    detector: "hard-when-tired",
    formula: "DET-TIRED@1",
    severity: rests.length > 1 || all >= LIMITS.warning ? "warning" : "caution",
    sport: null,
    title: "You trained hard when your body asked for less",
    text: `In the last two weeks ${say(count)} hard ${all === 1 ? "session fell" : "sessions fell"} on a morning whose answer was rest or ease. Such sessions cost more and give less.`,
    action: "On such a morning take the eased workout; the hard one can wait a day or two.",
    evidence: [count],
    series: [
      countSeries(
        "Hard sessions on such mornings",
        { toDay, days: LIMITS.days },
        (day) => [...rests, ...eases].filter((one) => one.day === day).length,
      ),
    ],
  });
};
