/**
 * A journey across time zones: sleep, pulse and form are off for some days.
 * DET-ZONE@1: the clock of the last 3 days' sessions is 3 h or more from that of the 21 days before: notice; 6 h: caution.
 * Reference: Waterhouse et al. 2007: about a day for each zone crossed. Summer time is no journey.
 * Valid: a session with a known clock on both sides.
 */
import { addDays } from "../../dates/local-date";
import { seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";
import { valueSeries } from "./session-series";

const LIMITS = { noticeH: 3, cautionH: 6, days: 3, before: 21 } as const;
const HOUR_S = 3600;
const DAY_H = 24;

export const timeZoneShift: Detector = (input) => {
  const clocks = input.activities.filter(
    ({ utcOffsetS, day }) =>
      utcOffsetS !== null && day > addDays(input.day, -LIMITS.days - LIMITS.before),
  );
  const since = addDays(input.day, -LIMITS.days);
  const last = clocks.at(-1);
  const home = clocks.filter(({ day }) => day <= since).at(-1);
  if (!last || !home || last.day <= since) return null;
  const straight = ((last.utcOffsetS ?? 0) - (home.utcOffsetS ?? 0)) / HOUR_S;
  // Across the date line the short way round counts.
  const shift = Math.abs(straight) > DAY_H / 2 ? straight - Math.sign(straight) * DAY_H : straight;
  const hours = Math.abs(shift);
  if (hours < LIMITS.noticeH) return null;
  const days = { fromDay: home.day, toDay: last.day };
  const moved = evidence("clock.shift", "Change of the clock", [hours, "h"], days, [
    home.id,
    last.id,
  ]);
  const needed = evidence(
    "clock.days",
    "Days until the body has followed",
    [Math.ceil(hours), "days"],
    daysTo(input.day),
  );
  return finding({
    detector: "time-zone-shift",
    formula: "DET-ZONE@1",
    severity: hours >= LIMITS.cautionH ? "caution" : "notice",
    sport: null,
    title: "Your body is still in another time zone",
    text: `You have moved ${say(moved)} ${shift > 0 ? "east" : "west"} by the clock. The body needs about ${say(needed)} to follow; until then pulse, HRV and sleep say little about training.`,
    action:
      shift > 0
        ? "Train easy, get light in the morning, and leave hard sessions until you sleep through."
        : "Train easy, get light in the evening, and leave hard sessions until you sleep through.",
    evidence: [moved, needed],
    series: [
      valueSeries(
        "Clock ahead of UTC",
        "h",
        input.day,
        new Map(clocks.map(({ day, utcOffsetS }) => [day, (utcOffsetS ?? 0) / HOUR_S])),
      ),
      seriesOf(input, "sleepS", undefined, 28),
    ],
  });
};
