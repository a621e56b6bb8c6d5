/**
 * Hard sessions that were accepted and not done.
 * DET-MISS@2: of accepted, kept and swapped-in hard workouts in 14 whole days, those without half their time in the sport that day: 2 = notice, 3 or more = caution.
 * Reference: PLN-15 (science.md 22): what was missed is not stacked.
 * Valid: days that were answered with yes; not within an illness, injury, journey or holiday.
 */
import { addDays } from "../../dates/local-date";
import { daySpan, sumOf } from "./day-span";
import type { Detector, DetectorInput, DetectorMorning } from "./detector-input";
import { evidence, finding, say } from "./evidence";
import { countSeries } from "./session-series";

const LIMITS = { notice: 2, caution: 3, days: 14, share: 0.5 } as const;

export const missedKeySessions: Detector = (input) => {
  const { toDay } = daySpan(input, "load", 1);
  const days = { fromDay: addDays(toDay, 1 - LIMITS.days), toDay };
  const keys = input.mornings.filter(
    ({ day, workout, response }) =>
      day >= days.fromDay &&
      day <= toDay &&
      workout?.intensity === "hard" &&
      (response === "accepted" || response === "kept" || response === "swapped") &&
      !isExcused(input, day),
  );
  const missed = keys.filter((morning) => !isDone(input, morning)).length;
  if (missed < LIMITS.notice) return null;
  const gone = evidence(
    "key-sessions.missed-14",
    "Hard sessions not done, in 14 days",
    [missed, "count"],
    days,
  );
  const all = evidence(
    "key-sessions.accepted-14",
    "Hard sessions accepted, in 14 days",
    [keys.length, "count"],
    days,
  );
  return finding({
    detector: "missed-key-sessions",
    formula: "DET-MISS@2",
    severity: missed >= LIMITS.caution ? "caution" : "notice",
    sport: null,
    title: "Key sessions did not happen",
    text: `Of ${say(all)} hard sessions that you said yes to in the last two weeks, ${say(gone)} did not happen. Easy days carry fitness on for a while; the hard ones are what lifts it.`,
    action: "Do not stack them: choose one hard session for the coming week and keep its day free.",
    evidence: [gone, all],
    series: [
      countSeries("Hard sessions said yes to", { toDay, days: LIMITS.days }, (day) =>
        on(keys, day),
      ),
      countSeries("Hard sessions done", { toDay, days: LIMITS.days }, (day) =>
        on(
          keys.filter((morning) => isDone(input, morning)),
          day,
        ),
      ),
    ],
  });
};

function on(mornings: readonly DetectorMorning[], day: string): number {
  return mornings.filter((morning) => morning.day === day).length;
}

function isDone({ activities }: DetectorInput, { day, workout }: DetectorMorning): boolean {
  const done = activities.filter((one) => one.day === day && one.sport === workout?.sport);
  return sumOf(done.map(({ timerS }) => timerS)) >= LIMITS.share * (workout?.durationS ?? 0);
}

function isExcused({ events }: DetectorInput, day: string): boolean {
  return events.some(
    ({ kind, fromDay, toDay }) =>
      kind !== "race" && kind !== "note" && fromDay <= day && toDay >= day,
  );
}
