/**
 * Form in the days before a race.
 * DET-RACE@1: race within 7 days: form 5 to 25 = celebrate; form under -10 within 4 days = caution.
 * Reference: PLN-3 (science.md 22), a convention; taper after Bosquet 2007.
 * Valid: a race in the calendar and 42 days of load.
 */
import { addDays, daysBetween } from "../../dates/local-date";
import { daySpan, seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";

const LIMITS = { ahead: 7, soon: 4, low: 5, high: 25, tired: -10, days: 42 } as const;

export const raceForm: Detector = (input) => {
  const race = input.events.find(
    ({ kind, fromDay }) =>
      kind === "race" && fromDay > input.day && fromDay <= addDays(input.day, LIMITS.ahead),
  );
  const { known, toDay } = daySpan(input, "form", LIMITS.days);
  const form = known.at(-1);
  if (!race || form === undefined || known.length < LIMITS.days) return null;
  const away = daysBetween(input.day, race.fromDay);
  const isFresh = form >= LIMITS.low && form <= LIMITS.high;
  const isTired = form < LIMITS.tired && away <= LIMITS.soon;
  if (!isFresh && !isTired) return null;
  const now = evidence("form.now", "Form", [form, "load/day"], daysTo(toDay));
  const left = evidence("race.days-left", "Days until the race", [away, "days"], {
    fromDay: input.day,
    toDay: race.fromDay,
  });
  return finding({
    detector: "race-form",
    formula: "DET-RACE@1",
    severity: isFresh ? "celebrate" : "caution",
    sport: null,
    title: isFresh ? "You come to your race fresh" : "You come to your race tired",
    text: `Your race is ${say(left)} away and your form is ${say(now)}. ${isFresh ? "That is where a good taper ends. A heavy feeling in the legs now is normal." : "That is the form of a training week, not of a race week."}`,
    action: isFresh
      ? "Keep a few short fast efforts, and leave the rest alone."
      : "Do only short, easy sessions from here; no training now makes you faster by the race.",
    evidence: [left, now],
    series: [seriesOf(input, "form")],
  });
};
