/**
 * A journey across time zones: sleep, pulse and form are off for some days.
 * DET-ZONE@2: the clock of the last sessions is 3 h or more from that of those before, for fewer days than the body needs: notice; 6 h: caution.
 * Reference: Waterhouse et al. 2007: about a day for each zone crossed, and no more than were spent away. Summer time is no journey.
 * Valid: a session with a known clock on both sides, within 24 days.
 */
import { addDays, daysBetween, type LocalDate } from "../../dates/local-date";
import { seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";
import { valueSeries } from "./session-series";

const LIMITS = { noticeH: 3, cautionH: 6, days: 24 } as const;
const HOUR_S = 3600;
const DAY_H = 24;

type Clock = { readonly id: string; readonly day: LocalDate; readonly utcOffsetS: number };

/** Hours from one clock to another; across the date line the short way round counts. */
function hoursFrom(from: Clock, to: Clock): number {
  const straight = (to.utcOffsetS - from.utcOffsetS) / HOUR_S;
  return Math.abs(straight) > DAY_H / 2 ? straight - Math.sign(straight) * DAY_H : straight;
}

/** The last of the sessions up to `end` whose clock is another one than that of `end`; -1 without. */
function lastElsewhere(clocks: readonly Clock[], end: number): number {
  const here = clocks[end];
  return clocks.findLastIndex(
    (one, i) => i < end && here !== undefined && Math.abs(hoursFrom(one, here)) >= LIMITS.noticeH,
  );
}

/** The body follows by about a zone a day, and has not left home by more than the days away. */
function daysNeeded(clocks: readonly Clock[], leftAt: number, hours: number): number {
  const before = lastElsewhere(clocks, leftAt);
  const [arrived, left] = [clocks[before + 1], clocks[leftAt]];
  const needed = Math.ceil(hours);
  if (before < 0 || !arrived || !left) return needed;
  return Math.min(needed, daysBetween(arrived.day, left.day) + 1);
}

export const timeZoneShift: Detector = (input) => {
  const clocks = input.activities.flatMap(({ id, day, utcOffsetS }) =>
    utcOffsetS !== null && day > addDays(input.day, -LIMITS.days) ? [{ id, day, utcOffsetS }] : [],
  );
  const leftAt = lastElsewhere(clocks, clocks.length - 1);
  const [home, arrived, last] = [clocks[leftAt], clocks[leftAt + 1], clocks.at(-1)];
  if (!home || !arrived || !last) return null;
  const shift = hoursFrom(home, last);
  const hours = Math.abs(shift);
  const needs = daysNeeded(clocks, leftAt, hours);
  if (daysBetween(arrived.day, input.day) >= needs) return null;
  const days = { fromDay: home.day, toDay: last.day };
  const moved = evidence("clock.shift", "Change of the clock", [hours, "h"], days, [
    home.id,
    last.id,
  ]);
  const needed = evidence(
    "clock.days",
    "Days until the body has followed",
    [needs, "days"],
    daysTo(input.day),
  );
  return finding({
    detector: "time-zone-shift",
    formula: "DET-ZONE@2",
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
        new Map(clocks.map(({ day, utcOffsetS }) => [day, utcOffsetS / HOUR_S])),
      ),
      seriesOf(input, "sleepS", undefined, 28),
    ],
  });
};
