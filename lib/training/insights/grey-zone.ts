/**
 * Too much training that is neither easy nor hard.
 * DET-GREY@1: in 28 days of a sport less than 70 % of the time easy, and more moderate than hard: notice.
 * Reference: the "threshold" shape of science.md 20; Seiler's 80 % easy. The evidence is mixed: one shape is not better for all.
 * Valid: 8 sessions and 6 h in zones of one sport.
 */
import { addDays } from "../../dates/local-date";
import { intensityDistribution } from "../load/intensity-distribution";
import { sumOf } from "./day-span";
import type { Detector, DetectorInput } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";
import type { Finding } from "./finding";
import { sessionSeries } from "./session-series";

const LIMITS = { sessions: 8, seconds: 6 * 3600, days: 28 } as const;
const SPORTS = ["cycling", "running"] as const;

export const greyZone: Detector = (input) => {
  const found = SPORTS.flatMap((sport) => ofSport(input, sport) ?? []);
  return found.sort((a, b) => (b.evidence[0]?.value ?? 0) - (a.evidence[0]?.value ?? 0))[0] ?? null;
};

function ofSport(input: DetectorInput, sport: (typeof SPORTS)[number]): Finding | null {
  const since = addDays(input.day, -LIMITS.days);
  const sessions = input.activities.filter(
    (one) => one.sport === sport && one.day > since && one.zonesS !== null,
  );
  const inZone = (zone: 0 | 1 | 2) => sumOf(sessions.map(({ zonesS }) => zonesS?.[zone] ?? 0));
  const seconds = [inZone(0), inZone(1), inZone(2)] as const;
  if (sessions.length < LIMITS.sessions || sumOf(seconds) < LIMITS.seconds) return null;
  const distribution = intensityDistribution(seconds);
  if (distribution?.shape !== "threshold") return null;
  const days = daysTo(input.day, LIMITS.days);
  const ids = sessions.map(({ id }) => id);
  const { z1, z2 } = distribution.shares;
  const grey = evidence(
    `zones.${sport}.moderate-28`,
    "Share of moderate time in 28 days",
    [z2, "share"],
    days,
    ids,
  );
  const easy = evidence(
    `zones.${sport}.easy-28`,
    "Share of easy time in 28 days",
    [z1, "share"],
    days,
    ids,
  );
  const noun = sport === "cycling" ? "rides" : "runs";
  return finding({
    detector: "grey-zone",
    formula: "DET-GREY@1",
    severity: "notice",
    sport,
    title: `Much of your ${sport} is neither easy nor hard`,
    text: `${say(grey)} of the time of your ${noun} in the last four weeks was moderate, and only ${say(easy)} easy. Moderate time tires nearly as hard time does, and takes the freshness that hard sessions need.`,
    action: `Slow your easy ${noun} down until you could talk all the way.`,
    evidence: [grey, easy],
    series: [
      sessionSeries(input, sport, "Share of moderate time", "share", ({ zonesS }) => {
        const total = zonesS ? sumOf(zonesS) : 0;
        return zonesS && total > 0 ? zonesS[1] / total : null;
      }),
    ],
  });
}
