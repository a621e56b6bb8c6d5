/**
 * A threshold that nobody has looked at for months, in a sport that is trained.
 * DET-STALE@1: set 90 days ago or more, and 8 sessions of the sport or more in 42 days: notice.
 * Reference: a convention; a training block is six to eight weeks long.
 * Valid: FTP for rides, threshold pace for runs, critical swim speed for swims.
 */
import { addDays, daysBetween } from "../../dates/local-date";
import type { Detector } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";
import { countSeries } from "./session-series";

const LIMITS = { days: 90, sessions: 8, window: 42 } as const;
const NAMES = {
  cycling: { title: "Your FTP is old", name: "FTP" },
  running: { title: "Your threshold pace is old", name: "threshold pace" },
  swimming: { title: "Your critical swim speed is old", name: "critical swim speed" },
} as const;

export const staleThreshold: Detector = (input) => {
  const since = addDays(input.day, -LIMITS.window);
  const stale = input.thresholds
    .map((threshold) => ({
      ...threshold,
      age: daysBetween(threshold.validFrom, input.day),
      sessions: input.activities.filter(
        ({ sport, day }) => sport === threshold.sport && day > since,
      ).length,
    }))
    .filter(({ age, sessions }) => age >= LIMITS.days && sessions >= LIMITS.sessions)
    .sort((a, b) => b.sessions - a.sessions)[0];
  if (!stale) return null;
  const { title, name } = NAMES[stale.sport];
  const age = evidence(
    `threshold.${stale.sport}.age`,
    `Days since your ${name} was set`,
    [stale.age, "days"],
    { fromDay: stale.validFrom, toDay: input.day },
  );
  const done = evidence(
    `sessions.${stale.sport}.count-42`,
    `Sessions of ${stale.sport} in 42 days`,
    [stale.sessions, "count"],
    daysTo(input.day, LIMITS.window),
  );
  return finding({
    detector: "stale-threshold",
    formula: "DET-STALE@1",
    severity: "notice",
    sport: stale.sport,
    title,
    text: `You set it ${say(age)} ago and have trained ${say(done)} times in the last six weeks. Zones and loads of ${stale.sport} are only as good as this number.`,
    action: `Do a test or a race soon, or confirm your ${name} in Settings if it still holds.`,
    evidence: [age, done],
    series: [
      countSeries(
        "Sessions",
        { toDay: input.day, days: LIMITS.window },
        (day) =>
          input.activities.filter((one) => one.sport === stale.sport && one.day === day).length,
      ),
    ],
  });
};
